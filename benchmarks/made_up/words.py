"""What is said in a made-up book."""

import random
from itertools import groupby

_WORDS = """
تعزيز ولوج الجمعيات للتمويل العمومي إحداث منصة وطنية تقوية قدرات المجتمع المدني إعداد مشروع قانون
التشاور تمكين المرأة من المعلومة القانونية والقضائية نشر المعطيات المفتوحة وإعادة استعمالها تطوير
خطة تواصل لفائدة المرتفقين تيسير الاستفادة الخدمات العمومية مقاربة تشاركية وشفافة التنمية المستدامة
الانفتاح على المهن والوصول إلى الخدمات الإلكترونية
"""
_SAID = _WORDS.split()
_LONG = 4  # letters: what is shorter is a preposition
REASON = "عدم توفر بعد الانفتاح على المواطن"
AXES = {"transparency": "الشفافية", "participation": "المشاركة", "justice": "العدالة المنفتحة"}


def words(chance: random.Random, least: int, most: int) -> str:
    """Return so many words, none of them twice in a row, and the last one long."""
    said = chance.choices(_SAID, k=chance.randint(least, most))
    while len(said[-1]) < _LONG:
        said[-1] = chance.choice(_SAID)
    return " ".join(word for word, _ in groupby(said))
