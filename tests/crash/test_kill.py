"""`kill -9` of each process while customers write: no message, no reaction lost, no second Message-ID for one answer."""

import subprocess
from threading import Thread

import pytest

from acuerdo.running import ports
from tests.crash.desk import Desk, acknowledged_once, answer, answers_to, case_of, lose, waits_for_a_row
from tests.patience import until
from tests.product import Product
from tests.sender import Sender, all_taken
from tests.sink import Sink

pytestmark = pytest.mark.crash

#: Mails taken between two kills.
EACH = 8


@pytest.mark.parametrize("name", ["listen", "worker", "web", "postgres"])
def test_customers_who_write_while_a_process_is_killed_are_all_heard_once(desk: Desk, sink: Sink, name: str):
    senders = [Sender(desk.product.smtp_port, desk.address, f"{name}-{half}-") for half in "ab"]
    with senders[0], senders[1]:
        until(lambda: len(all_taken(senders)) >= EACH, "no mail is taken")
        until(desk.undone, "nothing is under way")
        desk.product.kill_child(name)
        before = len(all_taken(senders))
        until(lambda: len(all_taken(senders)) >= before + EACH, lambda: f"no mail is taken any more\n{desk.product.says()}")
    desk.has_recovered(name, *(["worker"] if name == "postgres" else []))  # a worker ends with its database, and begins again
    customers = all_taken(senders)
    assert {f"Mensaje {who}" for who in customers} <= desk.cases().keys()
    acknowledged_once(sink, customers)


def test_an_answer_whose_sending_is_killed_goes_out_again_as_the_same_message(desk: Desk, sink: Sink):
    number = case_of(desk, "paciente")
    with sink.holding():
        answer(desk, number, "Lo estamos revisando.")
        until(lambda: len(answers_to(sink, "paciente")) == 1, "the answer is not being sent")
        desk.product.kill_child("worker")
    desk.has_recovered("worker")
    arrived = answers_to(sink, "paciente")
    assert len(arrived) >= 2, "it was handed over, but nobody could know that"
    assert len({str(mail["Message-ID"]) for mail in arrived}) == 1


def test_an_answer_given_while_the_worker_dies_again_and_again_is_sent_as_one_message(desk: Desk, sink: Sink):
    number = case_of(desk, "insistente")
    for turn in range(3):
        killing = Thread(target=desk.product.kill_child, args=("worker",))
        killing.start()
        answer(desk, number, f"Respuesta número {turn}.")
        killing.join()
    desk.has_recovered("worker")
    texts = [(str(mail["Message-ID"]), mail.get_body(("plain",)).get_content()) for mail in answers_to(sink, "insistente")]
    for turn in range(3):
        assert len({message_id for message_id, text in texts if f"Respuesta número {turn}." in text}) == 1


def test_a_form_that_the_web_process_took_to_its_grave_can_be_sent_again(desk: Desk, sink: Sink):
    number = case_of(desk, "porfiado")
    page = desk.agent.read(f"/console/casos/{number}/")
    with desk.product.database() as database:
        with database.transaction():  # which holds the row of the case, and so the answer
            database.execute("SELECT 1 FROM crash.tickets_ticket WHERE number = %s FOR UPDATE", [number])
            sending = Thread(target=lose, args=(desk, number, "Esta respuesta llega.", page))
            sending.start()
            until(lambda: waits_for_a_row(desk), "the answer does not wait")
            desk.product.kill_child("web")
        sending.join()
    until(lambda: ports.answers(desk.product.port, "127.0.0.1", "/salud"), "no page answers")
    answer(desk, number, "Esta respuesta llega.", page)
    desk.has_recovered("web")
    assert len({str(mail["Message-ID"]) for mail in answers_to(sink, "porfiado")}) == 1


def test_when_the_supervisor_is_killed_nothing_lives_on_and_the_next_start_loses_nothing(desk: Desk, sink: Sink):
    known = desk.cases().keys()
    with Sender(desk.product.smtp_port, desk.address, "tenaz-") as sender:
        until(lambda: len(sender.taken) >= EACH, "no mail is taken")
        desk.product.kill()
        until(lambda: not desk.product.living(), lambda: f"these live on: {desk.product.living()}")
        desk.product.start()
        before = len(sender.taken)
        until(lambda: len(sender.taken) >= before + EACH, "no mail is taken any more")
    desk.has_recovered()
    assert known | {f"Mensaje {who}" for who in sender.taken} <= desk.cases().keys()
    acknowledged_once(sink, sender.taken)


def test_a_second_start_on_the_same_folder_says_who_has_it_and_disturbs_nothing(desk: Desk):
    product: Product = desk.product
    second = subprocess.run(
        product.up(ports.any_free(), ports.any_free()), env=product.environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert second.returncode == 1
    assert second.stderr == (
        f"Acuerdo ya está funcionando con los datos de {product.data} (proceso {product.process.pid}). "
        "Deténgalo primero, o elija otra carpeta con --data.\n"
    )
    assert desk.cases()


def test_after_all_that_the_log_of_the_desk_is_whole_and_its_clocks_are_those_of_the_log(desk: Desk):
    desk.product.acuerdo("check", "log")
    desk.product.acuerdo("check", "clocks")
    assert desk.listed() == desk.cases()
