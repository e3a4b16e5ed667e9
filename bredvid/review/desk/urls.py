"""Addresses of those who run the review, under /personal/granskning/."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import navigation
from bredvid.accounts.roles import Action
from bredvid.review.desk.views import case, cases, coding, correct, letters, mailboxes, questionnaires, rounds

app_name = "desk"
_CASE = "<slug:code>/kommuner/<slug:slug>/"
_ANSWER = f"{_CASE}svar/<slug:question>/"
urlpatterns = [
    path("", rounds.rounds, name="rounds"),
    path("ny/", rounds.new_round, name="new-round"),
    path("formular/", questionnaires.questionnaires, name="questionnaires"),
    path("formular/nytt/", questionnaires.new_questionnaire, name="new-questionnaire"),
    path("formular/<slug:code>/<int:version>/", questionnaires.questionnaire, name="questionnaire"),
    path("formular/<slug:code>/<int:version>/xlsform/", questionnaires.questionnaire_file, name="questionnaire-file"),
    path("<slug:code>/", rounds.round_, name="round"),
    path("<slug:code>/andra/", rounds.change_round, name="change-round"),
    path("<slug:code>/oppna-stang/", rounds.open_or_close, name="open-or-close"),
    path("<slug:code>/paminnelser/", rounds.reminders, name="reminders"),
    path("<slug:code>/svar.csv", rounds.answers_file, name="answers-file"),
    path("<slug:code>/koda/", coding.coding, name="coding"),
    path("<slug:code>/koda/<slug:question>/", coding.next_words, name="next-words"),
    path("<slug:code>/koda/<slug:question>/<slug:slug>/", coding.set_codes, name="set-codes"),
    path("<slug:code>/adresser/", mailboxes.mailboxes, name="mailboxes"),
    path("<slug:code>/brev/", letters.letters, name="letters"),
    path("<slug:code>/brev/igen/", letters.send_again, name="send-again"),
    path("<slug:code>/kommuner/", cases.cases, name="cases"),
    path("<slug:code>/kommuner/fil/", cases.cases_file, name="cases-file"),
    path("<slug:code>/kommuner/skicka/", cases.send, name="send"),
    path(_CASE, case.case, name="case"),
    path(f"{_CASE}adress/", case.set_mailbox, name="mailbox"),
    path(f"{_CASE}lank/", case.link, name="link"),
    path(f"{_CASE}las/", case.lock, name="lock"),
    path(f"{_CASE}utfall/", case.outcome, name="outcome"),
    path(_ANSWER, correct.answer, name="answer"),
    path(f"{_ANSWER}ratta/", correct.correct, name="correct"),
    path(f"{_ANSWER}aterstall/<int:revision>/", correct.restore, name="restore"),
]

navigation.add(
    navigation.Place(
        "desk:rounds", _("Rounds"), _("Who is asked, what they answer, and the report of it."), Action.ROUND_READ
    )
)
navigation.add(
    navigation.Place(
        "desk:questionnaires", _("Questionnaires"), _("What is asked, version by version."), Action.ROUND_READ
    )
)
