"""Arabic as Morocco's administration writes it; the sentences come from the report of 2024."""

import re
from collections.abc import Sequence

from ogp_cli.lang.language import (
    Gender,
    Implementation,
    Language,
    Minutes,
    Problems,
    Skeletons,
    Terminal,
)
from ogp_cli.lang.rich_text import RichText, Run

# Nouns that can be nothing else at the start of a reason, so «نظرا ل» can stand before them.
_NOUN = re.compile(
    "(ال)?((?:عدم|انعدام|غياب|وجود|تكرار|قلة|صعوبة|استحالة|محدودية)(?![\\w\u064b-\u0652]).*)"
)
# Reasons that need no «نظرا ل»: «لعدم …», «لأن …», «بسبب …». Not every ل is a preposition.
_OWN_BECAUSE = re.compile(
    "(ل(ل|أن|أسباب|اعتبارات|انعدام|تداخل|تعذر|تكرار|ضعف|عدم|غياب|كون|نقص|وجود)|"
    "بسبب|بحكم|بناء على|حيث|نظرا)"
)

_FEWEST = {0: "zero", 1: "one", 2: "two"}
_FEW = range(3, 11)


def _enumerate(items: Sequence[str]) -> str:
    return "، ".join(items[:-1]) + " و" + items[-1] if len(items) > 1 else "".join(items)


def _plural(number: int) -> str:
    if number in _FEWEST:
        return _FEWEST[number]
    hundredth = number % 100
    if hundredth in _FEW:
        return "few"
    return "many" if hundredth > max(_FEW) else "other"


def _heads(numbers: Sequence[str], genders: Sequence[Gender | None]) -> str:
    if len(numbers) == 1:
        who = {"f": "رئيسة", "m": "رئيس", None: "رئاسة"}[genders[0]]
        return f"{who} مشروع الالتزام {numbers[0]}"
    feminine = all(gender == "f" for gender in genders)
    return f"{'رئيسات' if feminine else 'رؤساء'} مشاريع الالتزامات {_enumerate(numbers)}"


def _commitments(numbers: Sequence[str]) -> str:
    """Name commitments in the oblique case: singular, dual or plural."""
    words = {1: "الالتزام", 2: "الالتزامين"}
    return f"{words.get(len(numbers), 'الالتزامات')} {_enumerate(numbers)}"


def _because(reason: Run) -> RichText:
    """Say «نظرا ل…» before a noun; leave a reason that begins with such a word; else name it.

    After the preposition, the article loses its alif.
    """
    text = reason.text
    if reason.lang == "ar" and _OWN_BECAUSE.match(text):
        return (reason,)
    noun = _NOUN.match(text)
    if reason.lang == "ar" and noun:
        return (Run(f"نظرا {'لل' if noun[1] else 'ل'}{noun[2]}", reason.lang),)
    return (Run("للسبب الآتي: ", "ar"), reason)


ARABIC = Language(
    code="ar",
    direction="rtl",
    semicolon="؛",
    separator=";",
    plural=_plural,
    enumerate=_enumerate,
    heads=_heads,
    commitments=_commitments,
    because=_because,
    minutes=Minutes(
        titles={
            "steering-committee": "تقرير اجتماع {committee}",
            "coordination": "تقرير اجتماع تنسيقي",
            "workshop": "تقرير ورشة عمل",
            "public": "تقرير لقاء مفتوح للعموم",
            "act": "قرار أو مراسلة",
            "letter": "مراسلة",
            "note": "مذكرة",
        },
        planned="{kind} (مبرمج)",
        draft="مسودة",
        date="تاريخ الاجتماع",
        place="مكان الاجتماع",
        label=":",
        modes={
            "remote": "اجتماع عن بُعد",
            "in-person": "اجتماع حضوري",
            "hybrid": "اجتماع حضوري وعن بُعد",
        },
        participants="المشاركون:",
        comma="، ",
        honorifics={"f": "السيدة", "m": "السيد"},
        chair="رئاسة الاجتماع: {person}",
        attendance="حضر الاجتماع {people}.",
        people={
            "one": "ممثل واحد عن {group}",
            "two": "ممثلان عن {group}",
            "few": "{n} ممثلين عن {group}",
            "many": "{n} ممثلا عن {group}",
            "other": "{n} ممثل عن {group}",
        },
        apologies="المعتذرون عن الحضور:",
        absent="المتغيبون:",
        minutes_by="مقرر الاجتماع: {person}",
        represented="{person} (بالنيابة: {by})",
        item_end="؛",
        last_item_end=".",
        department=" – ",
        agenda="جدول أعمال الاجتماع:",
        discussed="النقاط المتداولة:",
        decisions="القرارات المتخذة:",
        progress_intro="فيما يلي ملخص عن مخرجات الإجراءات المنجزة في هذا الصدد:",
        commitments="الالتزامات المقترحة",
        progress="تقدم الصياغة التشاركية للبطاقات",
        agreed="النقاط المتفق عليها:",
        schedule_intro="برمجة الاجتماعات التنسيقية كما يلي:",
        documents="الوثائق:",
        institution="الإدارة المعنية",
        when="التاريخ",
        attendees="المشاركون المرتقبون",
        time="على الساعة {time}",
        hours="من الساعة {start} إلى الساعة {end}",
        clock="{time}",
        untitled="بدون عنوان",
        page="الصفحة {page} من {pages}",
        steps={
            "comments-shared": "تم تقاسم مجموعة من التعليقات والملاحظات حول مشروع الالتزام عبر "
            "الملف المشترك",
            "meeting-held": "تم عقد الاجتماع التنسيقي مع رئيس المشروع لتدقيق محتوى وصياغة مشروع "
            "الالتزام",
            "comments-integrating": "التعليقات قيد الدمج من طرف رئيس المشروع",
            "comments-integrated": "تم دمج التعليقات المتوصل بها من طرف رئيس المشروع",
            "new-version-received": "تم التوصل بنسخة جديدة من مشروع الالتزام",
            "meeting-to-schedule": "ستتم برمجة اجتماع تنسيقي مع رئيس المشروع لتدقيق محتوى وصياغة "
            "مشروع الالتزام",
            "meeting-to-schedule/new-version": "ستتم برمجة اجتماع تنسيقي مع رئيس المشروع لتدقيق "
            "محتوى وصياغة مشروع الالتزام في نسخته الجديدة",
            "meeting-to-schedule/proposed": "ستتم برمجة اجتماع تنسيقي مع رئيس المشروع لتدقيق "
            "محتوى وصياغة مشروع الالتزام المقترح",
            "merge-proposed": "اقتراح دمج {commitments} تحت التزام واحد",
            "merge-proposed/titled": "اقتراح دمج {commitments} تحت التزام واحد بعنوان: {title}",
            "merged-card-pending": "ستتم مشاركة بطاقة الالتزام المقترح الجديد بمجرد الانتهاء من "
            "إعدادها بتوافق مع ممثلي الوزارة المعنية",
            "merge-dropped": "تم التخلي عن اقتراح دمج {commitments}",
            "merged": "تم دمج {commitments} تحت التزام واحد",
            "merged/titled": "تم دمج {commitments} تحت التزام واحد بعنوان: {title}",
            "cancelled": "تم إلغاء الالتزام دون ذكر أي سبب",
            "cancelled/because": "تم إلغاء الالتزام {reason}",
            "reinstated": "تمت إعادة إدراج الالتزام",
            "reinstated/because": "تمت إعادة إدراج الالتزام {reason}",
            "explained": "لم يُذكر سبب إنهاء الالتزام",
            "explained/because": "تم تعليل إنهاء الالتزام: {reason}",
            "adopted": "تم اعتماد الالتزام ضمن خطة العمل",
            "not-adopted": "لم يتم اعتماد الالتزام دون ذكر أي سبب",
            "not-adopted/because": "لم يتم اعتماد الالتزام {reason}",
            "amended": "تم تعديل الالتزام: {what}",
            "amended/because": "تم تعديل الالتزام ({what}) {reason}",
            "withdrawn": "تم سحب الالتزام دون ذكر أي سبب",
            "withdrawn/because": "تم سحب الالتزام {reason}",
        },
        note="{sentence} ({note})",
        decided={
            "cancelled": "تم إلغاء {commitments} دون ذكر أي سبب",
            "cancelled/because": "تم إلغاء {commitments} {reason}",
            "reinstated": "تمت إعادة إدراج {commitments}",
            "reinstated/because": "تقرر إعادة إدراج {commitments} {reason}",
            "explained": "لم يُذكر سبب إنهاء {commitments}",
            "explained/because": "تم تعليل إنهاء {commitments}: {reason}",
            "adopted": "تم اعتماد الالتزام رقم {number} من خطة العمل: {title}",
            "adopted/from": "تم اعتماد الالتزام رقم {number} من خطة العمل: {title} (المقترحات: "
            "{numbers})",
            "not-adopted": "تقرر عدم اعتماد {commitments} دون ذكر أي سبب",
            "not-adopted/because": "تقرر عدم اعتماد {commitments} {reason}",
            "amended": "تقرر تعديل {commitments} من خطة العمل ({what})",
            "amended/because": "تقرر تعديل {commitments} من خطة العمل ({what}) {reason}",
            "amended/proposals": "تقرر تعديل {commitments} ({what})",
            "amended/proposals/because": "تقرر تعديل {commitments} ({what}) {reason}",
            "of commitment": "الالتزام رقم {number}، {key}",
            "of milestone": "المعلم {milestone} من الالتزام رقم {number}، {key}",
            "changed": "{subject}: «{due}»",
            "changed/from": "{subject}: من «{before}» إلى «{due}»",
            "moved": "أجل إنجاز المعلم {milestone} من الالتزام رقم {number}: {due}",
            "moved/from": "يتغير أجل إنجاز المعلم {milestone} من الالتزام رقم {number} من {before} "
            "إلى {due}",
            "added": "أضيف المعلم {milestone} إلى الالتزام رقم {number}: {title}",
            "dropped": "تم التخلي عن المعلم {milestone} من الالتزام رقم {number}: {title}",
            "withdrawn": "تقرر سحب {commitments} من خطة العمل دون ذكر أي سبب",
            "withdrawn/because": "تقرر سحب {commitments} من خطة العمل {reason}",
            "approve": "تمت المصادقة على تقرير الاجتماع المنعقد يوم {day}",
            "correct": "تم تصحيح تقرير الاجتماع المنعقد يوم {day} كما يلي: {text}",
        },
        reference="المرجع",
        signatures="التوقيعات:",
        role="الصفة",
        name="الاسم",
        signature="التوقيع",
    ),
    terminal=Terminal(
        proposals={
            "one": "مقترح واحد",
            "two": "مقترحان",
            "few": "{n} مقترحات",
            "many": "{n} مقترحا",
            "other": "{n} مقترح",
        },
        standing={
            "one": "واحد قائم",
            "two": "اثنان قائمان",
            "few": "{n} قائمة",
            "many": "{n} قائما",
            "other": "{n} قائم",
        },
        merging={"one": "واحد في {merges}", "two": "اثنان في {merges}", "other": "{n} في {merges}"},
        merges={
            "one": "اقتراح دمج واحد",
            "two": "اقتراحي دمج",
            "few": "{n} اقتراحات دمج",
            "other": "{n} اقتراح دمج",
        },
        merged={
            "one": "واحد مدمج",
            "two": "اثنان مدمجان",
            "few": "{n} مدمجة",
            "many": "{n} مدمجا",
            "other": "{n} مدمج",
        },
        cancelled={
            "one": "واحد ملغى",
            "two": "اثنان ملغيان",
            "few": "{n} ملغاة",
            "other": "{n} ملغى",
        },
        missing={"one": "واحد بلا مآل", "two": "اثنان بلا مآل", "other": "{n} بلا مآل"},
        unread={
            "one": "تعذرت قراءة ملف واحد",
            "two": "تعذرت قراءة ملفين",
            "few": "تعذرت قراءة {n} ملفات",
            "many": "تعذرت قراءة {n} ملفا",
            "other": "تعذرت قراءة {n} ملف",
        },
        if_merged={
            "one": "{resulting} إذا اعتُمد اقتراح الدمج",
            "two": "{resulting} إذا اعتُمد اقتراحا الدمج",
            "other": "{resulting} إذا اعتُمدت اقتراحات الدمج",
        },
        adopted={
            "one": "واحد معتمد",
            "two": "اثنان معتمدان",
            "few": "{n} معتمدة",
            "many": "{n} معتمدا",
            "other": "{n} معتمد",
        },
        withdrawn={
            "one": "واحد مسحوب",
            "two": "اثنان مسحوبان",
            "few": "{n} مسحوبة",
            "many": "{n} مسحوبا",
            "other": "{n} مسحوب",
        },
        not_adopted={
            "one": "واحد غير معتمد",
            "two": "اثنان غير معتمدين",
            "few": "{n} غير معتمدة",
            "many": "{n} غير معتمد",
            "other": "{n} غير معتمد",
        },
        in_plan={
            "zero": "لا تضم الخطة أي التزام",
            "one": "تضم الخطة التزاما واحدا",
            "two": "تضم الخطة التزامين",
            "few": "تضم الخطة {n} التزامات",
            "many": "تضم الخطة {n} التزاما",
            "other": "تضم الخطة {n} التزام",
        },
        resulting={
            "zero": "لا ينتج عنها أي التزام",
            "one": "ينتج عنها التزام واحد",
            "two": "ينتج عنها التزامان",
            "few": "ينتج عنها {n} التزامات",
            "many": "ينتج عنها {n} التزاما",
            "other": "ينتج عنها {n} التزام",
        },
        as_of="إلى غاية {day}",
        more={
            "one": "واحد آخر",
            "two": "اثنان آخران",
            "few": "{n} أخرى",
            "other": "{n} آخر",
        },
        number="الرقم",
        title="العنوان",
        lead="الإدارة المعنية",
        head="رئاسة المشروع",
        status="الوضعية",
        outcome="المآل",
        with_it="ومعه",
        drafting="تقدم الصياغة",
        next_meeting="الاجتماع المقبل",
        stuck="التعثر",
        unscheduled="غير مبرمج",
        overdue="فات موعده",
        idle={
            "one": "لا جديد منذ اجتماع",
            "two": "لا جديد منذ اجتماعين",
            "few": "لا جديد منذ {n} اجتماعات",
            "many": "لا جديد منذ {n} اجتماعا",
            "other": "لا جديد منذ {n} اجتماع",
        },
        stuck_are={
            "one": "التزام واحد متعثر: {numbers}",
            "two": "التزامان متعثران: {numbers}",
            "few": "{n} التزامات متعثرة: {numbers}",
            "many": "{n} التزاما متعثرا: {numbers}",
            "other": "{n} التزام متعثر: {numbers}",
        },
        proposed="تاريخ الاقتراح",
        merge_into="اقتراح الدمج في",
        merge_from="الالتزامات المقترح دمجها",
        merged_into="الالتزام الناتج عن الدمج",
        merged_from="الالتزامات المدمجة",
        adopted_as="الالتزام المعتمد",
        adopted_from="المقترحات التي نتج عنها",
        history="المراحل",
        people="الأشخاص",
        sector="القطاع",
        part_of="تابعة لـ",
        has_part="تضم",
        changes="المستجدات",
        before="الحصيلة السابقة",
        after="الحصيلة اللاحقة",
        since="بعد",
        until="إلى غاية",
        proposals_made="المقترحات الجديدة",
        meetings_held="الاجتماعات المنعقدة",
        decisions="القرارات",
        planned="الاجتماعات المبرمجة",
        nothing="لا يوجد أي مستجد.",
        kinds={
            "steering-committee": "اجتماع {committee}",
            "coordination": "اجتماع تنسيقي",
            "workshop": "ورشة عمل",
            "public": "لقاء مفتوح للعموم",
            "act": "قرار أو مراسلة",
            "letter": "مراسلة",
            "note": "مذكرة",
        },
        sectors={
            "government": "الإدارة",
            "parliament": "البرلمان",
            "judiciary": "السلطة القضائية",
            "local-authorities": "الجماعات الترابية",
            "civil-society": "المجتمع المدني",
            "universities": "الجامعات",
            "private-sector": "القطاع الخاص",
            "chambers": "الغرف المهنية",
            "media": "وسائل الإعلام",
            "international": "المنظمات الدولية",
        },
        schedule="الاجتماعات التنسيقية",
        calendar="البرمجة الزمنية",
        date="التاريخ",
        institutions="الإدارات المعنية",
        commitments="الالتزامات",
        event="{institutions} – بشأن {commitments}",
        no_end="وقت الانتهاء غير معروف: يظهر في التقويم لساعة على الأكثر.",
        invited="المدعوون الآخرون",
        agreed="النقاط المتفق عليها",
        slot_state="المآل",
        slot_states={
            "open": "مبرمج",
            "moved": "تغير موعده من {day}",
            "called-off": "ملغى",
            "held": "منعقد",
        },
        statuses={
            "standing": "قائم",
            "merge-proposed": "مقترح للدمج",
            "merged": "مدمج",
            "cancelled": "ملغى",
            "pending": "في انتظار الدمج",
            "dropped": "متخلى عنه",
            "adopted": "معتمد",
            "not-adopted": "غير معتمد",
            "withdrawn": "مسحوب",
            "replaced": "معوَّض",
        },
        steps={
            "comments-shared": "تم تقاسم التعليقات",
            "meeting-held": "تم عقد الاجتماع",
            "comments-integrating": "التعليقات قيد الدمج",
            "comments-integrated": "تم دمج التعليقات",
            "new-version-received": "تم التوصل بنسخة جديدة",
            "meeting-to-schedule": "اجتماع ستتم برمجته",
            "merge-proposed": "اقتراح الدمج",
            "merged-card-pending": "البطاقة قيد الإعداد",
            "merge-dropped": "تم التخلي عن الدمج",
            "merged": "تم الدمج",
            "cancelled": "تم الإلغاء",
            "reinstated": "تمت إعادة الإدراج",
            "adopted": "تم الاعتماد",
            "explained": "تعليل",
            "amended": "تم التعديل",
            "withdrawn": "تم السحب",
        },
    ),
    implementation=Implementation(
        card={
            "title": "العنوان",
            "lead": "الإدارة المعنية",
            "head": "رئيس المشروع",
            "supporting": "المؤسسات الشريكة",
            "axis": "المحور",
            "problem": "الإشكالية وأسبابها",
            "so_far": "ما تم إنجازه إلى حد الآن",
            "solution": "الحل المقترح",
            "results": "النتائج المنتظرة",
            "values": "قيم الحكومة المنفتحة",
            "policy_areas": "مجالات السياسات العمومية",
            "milestones": "المعالم",
        },
        completions={
            "not-started": "لم يبدأ",
            "limited": "محدود",
            "substantial": "متقدم",
            "complete": "مكتمل",
        },
        completion="الإنجاز المصرح به",
        unreported="غير مصرح به",
        done="المعالم المكتملة",
        next_due="الأجل المقبل",
        overdue="المعالم المتأخرة",
        overdue_are={
            "one": "إلى غاية {day}، يوجد معلم واحد متأخر: {names}",
            "two": "إلى غاية {day}، يوجد معلمان متأخران: {names}",
            "few": "إلى غاية {day}، توجد {n} معالم متأخرة: {names}",
            "many": "إلى غاية {day}، يوجد {n} معلما متأخرا: {names}",
            "other": "إلى غاية {day}، يوجد {n} معلم متأخر: {names}",
        },
        output="المخرجات",
        start="البداية",
        due="أجل الإنجاز",
        spans={
            "Q1": "الربع الأول من سنة {year}",
            "Q2": "الربع الثاني من سنة {year}",
            "Q3": "الربع الثالث من سنة {year}",
            "Q4": "الربع الأخير من سنة {year}",
            "H1": "النصف الأول من سنة {year}",
            "H2": "النصف الثاني من سنة {year}",
        },
        by="الجهات المسؤولة",
        added="أضيف بقرار من اجتماع {meeting}",
        dropped="تم التخلي عنه بقرار من اجتماع {meeting}",
        moved="تم تغيير الأجل بقرار من اجتماع {meeting} (الأجل السابق: {date})",
        changed="{key}: تم التغيير بقرار من اجتماع {meeting}",
        report="تقرير {period}",
        reported="تاريخ التصريح",
        presented="عرض نتائج {period}",
        stated="بتعبير المؤسسة",
        percentage="النسبة كما صرحت بها المؤسسة",
        of_milestone="المعلم {id}",
        achieved="ما تم إنجازه",
        challenges="الصعوبات",
        evidence="الوثائق المثبتة",
        supported="الالتزامات التي تدعمها",
        another="التزام الخطة الذي يحمل هذا الرقم",
        values={
            "transparency": "الشفافية",
            "participation": "المشاركة",
            "accountability": "المساءلة",
        },
        irm="آلية التقييم المستقلة",
        irm_labels={
            "verifiable": "قابل للتحقق",
            "lens": "منظور الحكومة المنفتحة",
            "potential": "إمكانية تحقيق النتائج",
            "promising": "واعد",
            "completion": "الإنجاز",
            "early_results": "النتائج الأولية",
        },
        irm_words={
            "unclear": "غير واضحة",
            "modest": "متواضعة",
            "substantial": "جوهرية",
            "no-evidence-available": "لا تتوفر أدلة",
            "worsened": "تراجع",
            "did-not-change": "دون تغيير",
            "marginal": "هامشية",
            "major": "كبيرة",
            "outstanding": "بارزة",
            "no-notable": "لا نتائج ملحوظة",
            "moderate": "متوسطة",
            "significant": "مهمة",
            "true": "نعم",
            "false": "لا",
        },
    ),
    problems=Problems(
        levels={"error": "خطأ", "warning": "تنبيه", "info": "ملاحظة"},
        hint="نصيحة",
        quote="«{}»",
        see="انظر",
        more="مواضع أخرى: {number}",
        none="لا توجد أية مشكلة. الملفات: {files}.",
        summary="الملفات: {files}. الأخطاء: {errors}، التنبيهات: {warnings}، الملاحظات: {infos}.",
        some="{files} من {whole}",
        skipped="قواعد معطلة في plan.yaml: {rules}.",
    ),
    skeletons=Skeletons(
        plan="معطيات الخطة كلها.",
        proposals="عدد المقترحات؛ به ينتبه ogp check إلى ضياع ملف.",
        institutions="كل مؤسسة مرة واحدة، بالمعرف الذي تستعمله الملفات الأخرى. "
        "عوضوا المثالين بمؤسساتكم.",
        ministry="الوزارة أ",
        association="الجمعية ب",
        commitment="هذا الالتزام مثال: عوضوه بأول مقترح.",
        commitment_title="مثال: نشر محاضر اجتماعات اللجنة",
        meeting="هذا الاجتماع مثال: عوضوه بأول اجتماع، واجعلوا تاريخه اسما للملف.",
        persons=("الشخص الأول", "الشخص الثاني"),
        agenda="مثال: صياغة بطاقات الالتزامات المقترحة",
        steps="ما بلغ الاجتماع بشأن الالتزامات، بدل []؛ مثلا:",
        agreed="ما اتفق عليه الاجتماع الأخير، ومن تكلف به:",
        overdue="التزامات مر موعد اجتماعها التنسيقي ولم يسجل انعقاده:",
        merges="اقتراحات دمج لم يبت فيها بعد. إذا بت الاجتماع فيها، فاحذفوا [] و#، واكتبوا decided "
        "(تقرر الدمج) أو dropped (تم التخلي عنه):",
        waiting="التزامات تقرر عقد اجتماع تنسيقي بشأنها ولم يحدد موعده بعد:",
    ),
)
