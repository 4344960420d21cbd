"""The SMTP and LMTP door. It says 250 only after the commit; everything blocking runs in threads."""
