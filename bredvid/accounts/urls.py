"""Addresses of staff, under /personal/. Each view says who may open it, or is closed."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from csp.decorators import csp_update
from django.urls import URLPattern, include, path, re_path

from bredvid.accounts.views import account as own, colleagues, home, invitations, log, post

# A passkey's question is fetched when she asks for it: only this page may ask our own server by script.
asks = csp_update({"connect-src": ["'self'"]})

# allauth's pages by the names it asks for, at addresses of our own. What is not here does not exist: no sign-up, no
# change of e-mail, no sign-in by another site.
signing_in = [
    path("logga-in/", asks(account.login), name="account_login"),
    path("logga-ut/", account.logout, name="account_logout"),
    path("avstangd/", account.account_inactive, name="account_inactive"),
    path("bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("losenord/", account.password_change, name="account_change_password"),
    path("losenord/valj/", account.password_set, name="account_set_password"),
    path("losenord/glomt/", account.password_reset, name="account_reset_password"),
    path("losenord/glomt/skickat/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^losenord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("losenord/nytt/klart/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
second_factor = [
    path("tvasteg/", mfa.index, name="mfa_index"),
    path("tvasteg/kod/", mfa.authenticate, name="mfa_authenticate"),
    path("tvasteg/bekrafta/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tvasteg/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("tvasteg/app/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("tvasteg/reservkoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tvasteg/reservkoder/nya/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("tvasteg/reservkoder/hamta/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("nycklar/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("nycklar/ny/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("nycklar/bekrafta/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("nycklar/<int:pk>/ta-bort/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("nycklar/<int:pk>/namn/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("nycklar/logga-in/", webauthn.login_webauthn, name="mfa_login_webauthn"),
]
pages: list[URLPattern] = [
    path("", home.home, name="home"),
    path("konto/", own.account, name="account"),
    path("medarbetare/", colleagues.colleagues, name="staff"),
    path("medarbetare/bjud-in/", invitations.invite, name="invite"),
    path("medarbetare/<int:pk>/", colleagues.colleague, name="colleague"),
    path("medarbetare/<int:pk>/roller/", colleagues.roles, name="roles"),
    path("medarbetare/<int:pk>/stang/", colleagues.close, name="close"),
    path("medarbetare/<int:pk>/oppna/", colleagues.reopen, name="reopen"),
    path("medarbetare/<int:pk>/tvasteg/", colleagues.reset, name="reset"),
    path("inbjudningar/<int:pk>/fornya/", invitations.renew, name="renew"),
    path("inbjudningar/<int:pk>/dra-tillbaka/", invitations.withdraw, name="withdraw"),
    path("inbjudan/<str:token>/", invitations.accept, name="accept"),
    path("logg/", log.log, name="log"),
    path("logg.csv", log.log_file, name="log-file"),
    path("post/", post.post, name="post"),
]

urlpatterns = [*signing_in, *second_factor, path("", include((pages, "accounts")))]
