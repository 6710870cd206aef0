"""What a reader's browser downloads for a page, as a server with compression would send it."""

import gzip
from urllib.parse import unquote, urlsplit

COMPRESSED_ALREADY = (".woff2", ".png", ".jpg", ".webp")


def bytes_sent(site, address, requests):
    """Return the sum of the sizes of the files of `site` that `requests` name, gzipped where that helps."""
    total = 0
    for request in requests:
        if request.startswith(address):
            path = site / unquote(urlsplit(request).path).lstrip("/")
            content = (path / "index.html" if path.is_dir() else path).read_bytes()
            total += len(content) if path.suffix in COMPRESSED_ALREADY else len(gzip.compress(content, 9))
    return total
