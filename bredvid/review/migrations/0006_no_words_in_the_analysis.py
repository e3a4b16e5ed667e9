"""Takes away the column for own words in the analysis, into which nothing has ever written.

Words stay in the field, where staff read them; what goes out is that they were given, or the codes set for them.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

ADVICE = (
    "Answers of the analysis hold own words, which no version of ours has written. Look at them before they are gone."
)


def require_no_words(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Raises RuntimeError rather than delete what somebody has put there by other means."""
    if apps.get_model("review", "Answer").objects.exclude(text="").exists():
        raise RuntimeError(ADVICE)


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0005_taken_back_batches"),
    ]

    operations = [
        migrations.RunPython(require_no_words, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name="answer",
            name="missing_has_no_value",
        ),
        migrations.RemoveField(
            model_name="answer",
            name="text",
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("missing", ""),
                    models.Q(("date__isnull", True), ("number__isnull", True), ("option__isnull", True)),
                    _connector="OR",
                ),
                name="missing_has_no_value",
            ),
        ),
    ]
