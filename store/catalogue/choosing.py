"""What a shopper has chosen of a product so far: a variant, some of its options, or nothing yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from store.catalogue.models import Product
from store.catalogue.options import name_list
from store.catalogue.refusals import NoSuchVariant, NothingChosen
from store.catalogue.rules import option_words

VARIANT = "varian"


@dataclass(frozen=True)
class Choice:
    """Reads what `ProductQuerySet.with_variants` fetched."""

    product: Product
    options: Mapping[str, str]

    @classmethod
    def read(cls, product: Product, said: Mapping[str, str]) -> "Choice":
        """From an address or a form: `varian=02`, or options by name. What the product does not have is left out."""
        for one in product.variants:
            if one.variant_number == said.get(VARIANT):
                return cls(product, one.variant_options)
        return cls(
            product,
            {
                name: said[name]
                for name in product.option_names
                if said.get(name) in {one.variant_options[name] for one in product.variants}
            },
        )

    @cached_property
    def variant(self) -> Product | None:
        return next((one for one in self.product.variants if one.variant_options == self.options), None)

    @property
    def missing(self) -> list[str]:
        """The names that are not answered yet."""
        return [name for name in self.product.option_names if name not in self.options]

    @property
    def words(self) -> str:
        return option_words(self.options, self.product.option_names)

    @property
    def thing(self) -> Product:
        """What goes into the basket. Raises NothingChosen, NoSuchVariant."""
        if not self.product.is_parent:
            return self.product
        if self.missing:
            raise NothingChosen(names=name_list(self.missing))
        if self.variant is None:
            raise NoSuchVariant(title=self.product.name_shown, words=self.words)
        return self.variant

    @property
    def address(self) -> str:
        """The product's page with what was chosen."""
        if self.variant is not None:
            return self.variant.get_absolute_url()
        said = f"?{urlencode(self.options)}" if self.options else ""
        return f"{self.product.get_absolute_url()}{said}"

    def could_be(self, name: str, value: str) -> list[Product]:
        """The variants with this value that go with all else that was chosen."""
        wanted = {**self.options, name: value}
        return [one for one in self.product.variants if wanted.items() <= one.variant_options.items()]
