import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chapters", "0002_initial"),
        ("order", "0021_billingaddress_code_shippingaddress_code"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="line",
            options={"ordering": ["pk"], "verbose_name": "baris pesanan", "verbose_name_plural": "baris pesanan"},
        ),
        migrations.AlterModelOptions(
            name="order",
            options={"ordering": ["-date_placed"], "verbose_name": "pesanan", "verbose_name_plural": "pesanan"},
        ),
        # Every line has a chapter from its first day: there are no lines yet for which one would have to be guessed.
        migrations.AddField(
            model_name="line",
            name="chapter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="chapters.chapter",
                verbose_name="simpul",
            ),
        ),
        migrations.AddField(
            model_name="order",
            name="language",
            field=models.CharField(default="id", max_length=2, verbose_name="bahasa"),
        ),
        migrations.AddField(
            model_name="order",
            name="reserved_until",
            field=models.DateTimeField(blank=True, null=True, verbose_name="barang ditahan sampai"),
        ),
    ]
