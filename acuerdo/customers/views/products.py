"""The product lines and who supports them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.customers.actions.save_product import save_product
from acuerdo.customers.forms import ProductForm
from acuerdo.customers.models import Product
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs


@require_safe
@needs(ADMINISTER)
def products(request: SignedInRequest) -> HttpResponse:
    """List them."""
    found = Product.objects.select_related("team").order_by("-is_active", "name")
    return render(request, "customers/products.html", {"products": list(found)})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Write one down, or change it."""
    found = get_object_or_404(Product, pk=pk) if pk else None
    form = ProductForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        saved = save_product(pk, form.values, by=acting(request), at=timezone.now())
        messages.success(request, _("%(name)s quedó guardado.") % {"name": saved.name})
        return redirect("customers:products")
    return render(request, "customers/product_form.html", {"form": form, "product": found}, status=422 if form.is_bound else 200)
