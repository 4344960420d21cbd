"""What is written down about customers."""

from acuerdo.customers.forms.contact import ContactForm
from acuerdo.customers.forms.contract import ContractForm
from acuerdo.customers.forms.organisation import OrganisationForm
from acuerdo.customers.forms.product import ProductForm
from acuerdo.customers.forms.sheet import SheetForm

__all__ = ["ContactForm", "ContractForm", "OrganisationForm", "ProductForm", "SheetForm"]
