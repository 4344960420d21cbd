"""What is written down about customers."""

from acuerdo.customers.forms.contact import ContactForm
from acuerdo.customers.forms.contract import ContractForm
from acuerdo.customers.forms.organisation import OrganisationForm
from acuerdo.customers.forms.product import ProductForm

__all__ = ["ContactForm", "ContractForm", "OrganisationForm", "ProductForm"]
