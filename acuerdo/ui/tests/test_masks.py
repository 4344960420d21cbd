"""The token of a page's forms is masked as Django masks it: it differs each time, and Django finds the secret in it."""

from collections import Counter

from django.middleware import csrf

from acuerdo.ui.masks import FAIR, LETTERS, letters, masked


def test_django_masks_in_our_way_and_takes_the_mask_off():
    secret = csrf._get_new_csrf_string()
    token = csrf._mask_cipher_secret(secret)
    assert csrf._mask_cipher_secret is masked
    csrf._check_token_format(token)
    assert len(token) == csrf.CSRF_TOKEN_LENGTH
    assert csrf._unmask_cipher_token(token) == secret
    assert csrf._does_token_match(token, secret)


def test_no_token_is_like_another():
    secret = csrf._get_new_csrf_string()
    assert len({masked(secret) for _ in range(200)}) == 200


def test_every_letter_is_as_likely_as_any_other():
    assert FAIR % len(LETTERS) == 0
    drawn = Counter(letters(100_000))
    assert set(drawn) == set(LETTERS)
    # One in 62 is 1,613; the usual difference is 40, ten times that does not happen.
    assert all(abs(count - 100_000 / len(LETTERS)) < 400 for count in drawn.values())
