"""The versions that anyone may read; drafts, their effect and who accepted a version are asked for in the files beside this one."""

from acuerdo.publishing.queries.editions import Edition, edition

__all__ = ["Edition", "edition"]
