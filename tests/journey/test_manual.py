"""A number of the manual changed by somebody who was told nothing: its faults, its difference, its effect, published, accepted."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journey.someone import Someone

pytestmark = pytest.mark.journey
Seat = Callable[[str], Someone]

ADMIN, CUSTOMER = "patricia.henao@proware.example", "diana.lozano@santa-aurelia.example"
#: The plan Empresarial, Crítico: answer and solution.
ROW, FASTER = '["< 2 business hours", "< 6 business hours"]', '["< 2 business hours", "< 4 business hours"]'


def test_a_number_is_changed_checked_compared_replayed_published_and_accepted(at_a_screen: Seat) -> None:
    patricia = at_a_screen("proware")
    patricia.sign_in(ADMIN, where="/console/")
    page = patricia.page
    patricia.go("/admin/manual/")
    # Somebody may have begun a draft before: then one goes on with it.
    page.get_by_role("button", name="Editar").or_(page.get_by_role("link", name="Seguir editando")).click()
    text = page.get_by_label("Texto del manual")
    written = text.input_value()
    assert written.count(ROW) == 1

    # A number that is none: its line says what would be right, and a press leads there.
    text.fill(written.replace(ROW, '["< 2 business hours", "< 4 bussines hours"]'))
    remark = page.locator(".remark--fault").first
    expect(remark).to_contain_text("no es un tiempo; escriba cantidad y unidad")
    remark.get_by_role("button").click()
    expect(page.locator(".pad__lines .is-current.is-fault")).to_have_count(1)

    # The number; the worked example that it moves is put right at a press.
    text.fill(written.replace(ROW, FASTER))
    page.get_by_role("button", name="Poner las fechas que dan las reglas").click()
    expect(page.get_by_role("heading", name="Sin errores")).to_be_visible()
    page.get_by_label("Texto del manual").press("Control+s")
    expect(page.locator("#draft-state")).to_contain_text("revisión 2")

    page.get_by_role("button", name="Qué cambia").click()
    expect(page.locator(".changed").first).to_contain_text("Plan Empresarial, Crítico, tiempo estimado solución")
    expect(page.locator(".changed").first).to_contain_text("6 → 4 horas hábiles")

    page.get_by_role("link", name="Efecto").click()
    page.get_by_role("button", name="Calcular el efecto").click()
    expect(page.locator(".verdict")).to_contain_text(re.compile(r"Con esta versión \d+ de \d+ casos habrían vencido"))

    page.get_by_role("link", name="Vista previa").click()
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_contain_text("Acuerdos de nivel de servicio")

    page.get_by_role("link", name="Publicar…").click()
    page.get_by_label("Qué cambia, en sus palabras").fill("Lo crítico del Plan Empresarial se soluciona antes.")
    page.get_by_role("button", name="Publicar la versión 2026.2").click()
    expect(page.get_by_role("heading", name="Versión 2026.2")).to_be_visible()

    diana = at_a_screen("proware")
    diana.sign_in(CUSTOMER, where="/mi-area/")
    diana.go("/acuerdo/versiones/2026.2/cambios/")
    expect(diana.page.get_by_role("main")).to_contain_text("6 → 4 horas hábiles")
    diana.page.get_by_role("button", name="Acepto esta versión").click()
    expect(diana.page.get_by_role("main")).to_contain_text("Usted aceptó la versión 2026.2")

    page.reload()
    expect(page.get_by_role("row", name=re.compile("Diana Lozano"))).to_contain_text("En la página, con su sesión")
