"""Small guards on the way of a request and its answer."""

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from pipeline.sources.fetching.handler import too_large
from pipeline.sources.fetching.sites import is_same_site
from pipeline.sources.fetching.stops import Refused

HOME = "home"
"""Key of `Request.meta`: the address whose site a request and its redirects stay on."""


class StayMiddleware:
    """Stops a link that was followed when it is redirected to another site."""

    def process_request(self, request: Request) -> None:
        """Judge the address of a request, redirected or not.

        Raises:
            Refused: It lies on another site than the page that names it.
        """
        home = request.meta.get(HOME)
        if home and not is_same_site(request.url, home):
            raise Refused(f"redirected to another site: {request.url}")


class UnpackMiddleware(HttpCompressionMiddleware):
    """Scrapy's decompression, whose limit is told apart from other reasons to stop."""

    def process_response(  # type: ignore[override] # Scrapy passes no spider any more
        self, request: Request, response: Response
    ) -> Request | Response:
        """Unpack a body.

        Raises:
            Refused: It is larger than allowed, unpacked.
        """
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            raise Refused(f"{too_large(self._max_size)} when unpacked") from error
