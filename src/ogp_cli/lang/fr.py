"""French, for partners and for administrations that work in it."""

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
from ogp_cli.lang.messages.fr import MESSAGES


def _enumerate(items: Sequence[str]) -> str:
    return ", ".join(items[:-1]) + " et " + items[-1] if len(items) > 1 else "".join(items)


def _plural(number: int) -> str:
    return "one" if number in {0, 1} else "other"


def _heads(numbers: Sequence[str], genders: Sequence[Gender | None]) -> str:
    if None in genders:
        one, many = "le ou la responsable du projet", "les responsables des projets"
    elif "m" in genders:
        one, many = "le chef de projet", "les chefs de projet"
    else:
        one, many = "la cheffe de projet", "les cheffes de projet"
    if len(numbers) == 1:
        return f"{one} de l’engagement {numbers[0]}"
    return f"{many} des engagements {_enumerate(numbers)}"


def _commitments(numbers: Sequence[str]) -> str:
    return f"{'l’engagement' if len(numbers) == 1 else 'les engagements'} {_enumerate(numbers)}"


FRENCH = Language(
    code="fr",
    direction="ltr",
    semicolon=" ;",
    separator=";",
    plural=_plural,
    enumerate=_enumerate,
    heads=_heads,
    commitments=_commitments,
    minutes=Minutes(
        titles={
            "steering-committee": "Compte rendu de réunion – {committee}",
            "coordination": "Compte rendu de réunion de coordination",
            "workshop": "Compte rendu d’atelier",
            "public": "Compte rendu de réunion publique",
            "act": "Décision ou courrier",
            "letter": "Courrier",
            "note": "Note",
        },
        planned="{kind} (à venir)",
        draft="Projet",
        date="Date de la réunion",
        place="Lieu de la réunion",
        label=" :",
        modes={
            "remote": "réunion à distance",
            "in-person": "réunion en présence",
            "hybrid": "réunion en présence et à distance",
        },
        participants="Participants",
        comma=", ",
        honorifics={"f": "Mme", "m": "M."},
        chair="Présidence : {person}",
        attendance="Présence : {people}.",
        people={"one": "{n} personne ({group})", "other": "{n} personnes ({group})"},
        apologies="Excusés :",
        absent="Absents :",
        minutes_by="Secrétaire de séance : {person}",
        represented="{person} (représentation : {by})",
        item_end=" ;",
        last_item_end=".",
        department=" – ",
        agenda="Ordre du jour",
        discussed="Points discutés",
        decisions="Décisions",
        progress_intro="Le tableau suivant résume ce qui a été fait :",
        commitments="Engagements proposés",
        progress="Avancement de la rédaction concertée des fiches",
        agreed="Points convenus",
        schedule_intro="Les réunions de coordination sont programmées comme suit :",
        documents="Documents",
        institution="Administration concernée",
        when="Date",
        attendees="Participants prévus",
        date_pattern="EEEE d MMMM y",
        date_pattern_of_first="EEEE '1er' MMMM y",
        time="à {time}",
        hours="de {start} à {end}",
        clock="{hour} h {minute}",
        untitled="sans titre",
        page="Page {page} sur {pages}",
        steps={
            "comments-shared": "Des commentaires et remarques sur le projet d’engagement ont été "
            "partagés dans le fichier commun",
            "meeting-held": "La réunion de coordination avec le chef de projet s’est tenue, pour "
            "préciser le contenu et la rédaction du projet d’engagement",
            "comments-integrating": "Les commentaires sont en cours d’intégration par le chef de "
            "projet",
            "comments-integrated": "Les commentaires reçus ont été intégrés par le chef de projet",
            "new-version-received": "Une nouvelle version du projet d’engagement a été reçue",
            "meeting-to-schedule": "Une réunion de coordination avec le chef de projet sera "
            "programmée, pour préciser le contenu et la rédaction du projet d’engagement",
            "meeting-to-schedule/new-version": "Une réunion de coordination avec le chef de projet "
            "sera programmée, pour préciser le contenu et la rédaction du projet d’engagement dans "
            "sa nouvelle version",
            "meeting-to-schedule/proposed": "Une réunion de coordination avec le chef de projet "
            "sera programmée, pour préciser le contenu et la rédaction du projet d’engagement "
            "proposé",
            "merge-proposed": "Il est proposé de fusionner {commitments} en un seul",
            "merge-proposed/titled": "Il est proposé de fusionner {commitments} en un "
            "seul, intitulé : {title}",
            "merged-card-pending": "La fiche du nouvel engagement proposé sera partagée dès "
            "qu’elle sera prête, en accord avec les représentants du ministère concerné",
            "merge-dropped": "La proposition de fusionner {commitments} est abandonnée",
            "merged": "{Commitments} sont fusionnés en un seul",
            "merged/titled": "{Commitments} sont fusionnés en un seul, intitulé : {title}",
            "cancelled": "L’engagement est annulé ; aucun motif n’a été donné",
            "cancelled/because": "L’engagement est annulé, pour le motif suivant : {reason}",
            "reinstated": "L’engagement a été rétabli",
            "adopted": "L’engagement est adopté et inscrit au plan d’action",
            "not-adopted": "L’engagement n’est pas adopté ; aucun motif n’a été donné",
            "not-adopted/because": "L’engagement n’est pas adopté, pour le motif suivant : "
            "{reason}",
            "amended": "L’engagement est modifié : {what}",
            "amended/because": "L’engagement est modifié ({what}), pour le motif suivant : "
            "{reason}",
            "withdrawn": "L’engagement est retiré ; aucun motif n’a été donné",
            "withdrawn/because": "L’engagement est retiré, pour le motif suivant : {reason}",
        },
        note="{sentence} ({note})",
        decided={
            "cancelled": "Il est décidé d’annuler {commitments} ; aucun motif n’a été donné",
            "cancelled/because": "Il est décidé d’annuler {commitments}, pour le motif suivant : "
            "{reason}",
            "reinstated": "Il est décidé de rétablir {commitments}",
            "adopted": "L’engagement {number} du plan d’action est adopté : {title}",
            "adopted/from": "L’engagement {number} du plan d’action est adopté : {title} "
            "(propositions : {numbers})",
            "not-adopted": "Il est décidé de ne pas adopter {commitments} ; aucun motif n’a été "
            "donné",
            "not-adopted/because": "Il est décidé de ne pas adopter {commitments}, pour le motif "
            "suivant : {reason}",
            "amended": "Il est décidé de modifier {commitments} du plan d’action ({what})",
            "amended/because": "Il est décidé de modifier {commitments} du plan d’action ({what}), "
            "pour le motif suivant : {reason}",
            "moved": "Le jalon {milestone} de l’engagement {number} a une nouvelle échéance : "
            "{due}",
            "withdrawn": "Il est décidé de retirer {commitments} du plan d’action ; aucun motif "
            "n’a été donné",
            "withdrawn/because": "Il est décidé de retirer {commitments} du plan d’action, pour le "
            "motif suivant : {reason}",
            "approve": "Le compte rendu de la réunion du {day} est approuvé",
            "correct": "Le compte rendu de la réunion du {day} est corrigé comme suit : {text}",
        },
        reference="Référence",
        signatures="Signatures",
        role="Fonction",
        name="Nom",
        signature="Signature",
    ),
    terminal=Terminal(
        proposals={"one": "{n} proposition", "other": "{n} propositions"},
        standing={"one": "{n} maintenue", "other": "{n} maintenues"},
        merging={"other": "{n} dans {merges}"},
        merges={"one": "{n} fusion proposée", "other": "{n} fusions proposées"},
        merged={"one": "{n} fusionnée", "other": "{n} fusionnées"},
        cancelled={"one": "{n} annulée", "other": "{n} annulées"},
        missing={"other": "{n} sans issue connue"},
        unread={
            "one": "{n} fichier n’a pas pu être lu",
            "other": "{n} fichiers n’ont pas pu être lus",
        },
        if_merged={
            "one": "{resulting} si la fusion est adoptée",
            "other": "{resulting} si les fusions sont adoptées",
        },
        adopted={"one": "{n} adoptée", "other": "{n} adoptées"},
        withdrawn={"one": "{n} retirée", "other": "{n} retirées"},
        not_adopted={"one": "{n} non adoptée", "other": "{n} non adoptées"},
        in_plan={
            "one": "le plan compte {n} engagement",
            "other": "le plan compte {n} engagements",
        },
        resulting={"one": "{n} engagement en résulte", "other": "{n} engagements en résultent"},
        as_of="au {day}",
        more={"one": "{n} autre", "other": "{n} autres"},
        number="N°",
        title="Titre",
        lead="Administration concernée",
        head="Chef de projet",
        status="État",
        outcome="Issue",
        with_it="avec lui",
        drafting="Rédaction",
        next_meeting="Prochaine réunion",
        stuck="Blocage",
        unscheduled="sans date",
        overdue="date passée",
        idle={"one": "rien depuis {n} réunion", "other": "rien depuis {n} réunions"},
        stuck_are={
            "one": "{n} engagement bloqué : {numbers}",
            "other": "{n} engagements bloqués : {numbers}",
        },
        proposed="Proposé le",
        merge_into="Fusion proposée dans",
        merge_from="Fusion proposée de",
        merged_into="Fusionné dans",
        merged_from="Issu de la fusion de",
        adopted_as="Adopté comme",
        adopted_from="Issu de",
        history="Étapes",
        people="Personnes",
        sector="Secteur",
        part_of="Rattachée à",
        has_part="Comprend",
        changes="Ce qui a changé",
        before="Bilan avant",
        after="Bilan après",
        since="après le",
        until="jusqu’au",
        proposals_made="Nouvelles propositions",
        meetings_held="Réunions tenues",
        decisions="Décisions",
        planned="Réunions prévues",
        nothing="Aucun changement.",
        kinds={
            "steering-committee": "{committee}",
            "coordination": "réunion de coordination",
            "workshop": "atelier",
            "public": "réunion publique",
            "act": "décision ou courrier",
            "letter": "courrier",
            "note": "note",
        },
        sectors={
            "government": "administration",
            "parliament": "parlement",
            "judiciary": "pouvoir judiciaire",
            "local-authorities": "collectivités territoriales",
            "civil-society": "société civile",
            "universities": "universités",
            "private-sector": "secteur privé",
            "chambers": "chambres professionnelles",
            "media": "médias",
            "international": "international",
        },
        schedule="Réunions de coordination",
        calendar="Calendrier",
        date="Date",
        institutions="Administrations concernées",
        commitments="Engagements",
        event="{institutions} – sur {commitments}",
        no_end="La fin n’est pas connue : le calendrier montre une heure au plus.",
        invited="Autres invités",
        agreed="Points convenus",
        slot_state="Suivi",
        slot_states={
            "open": "à venir",
            "moved": "déplacée du {day}",
            "called-off": "annulée",
            "held": "tenue",
        },
        statuses={
            "standing": "maintenu",
            "merge-proposed": "fusion proposée",
            "merged": "fusionné",
            "cancelled": "annulé",
            "pending": "en attente",
            "dropped": "abandonné",
            "adopted": "adopté",
            "not-adopted": "non adopté",
            "withdrawn": "retiré",
        },
        steps={
            "comments-shared": "commentaires partagés",
            "meeting-held": "réunion tenue",
            "comments-integrating": "commentaires en cours d’intégration",
            "comments-integrated": "commentaires intégrés",
            "new-version-received": "nouvelle version reçue",
            "meeting-to-schedule": "réunion à programmer",
            "merge-proposed": "fusion proposée",
            "merged-card-pending": "fiche en préparation",
            "merge-dropped": "fusion abandonnée",
            "merged": "fusion",
            "cancelled": "annulation",
            "reinstated": "rétablissement",
            "adopted": "adopté",
            "not-adopted": "non adopté",
            "amended": "modifié",
            "withdrawn": "retiré",
        },
    ),
    implementation=Implementation(
        card={
            "title": "titre",
            "lead": "administration concernée",
            "supporting": "institutions partenaires",
            "axis": "axe",
            "problem": "problème et causes",
            "so_far": "ce qui a été fait jusqu’ici",
            "solution": "solution",
            "results": "résultats attendus",
            "values": "valeurs du gouvernement ouvert",
            "policy_areas": "domaines d’action publique",
            "milestones": "jalons",
        },
        completions={
            "not-started": "non commencé",
            "limited": "limité",
            "substantial": "substantiel",
            "complete": "achevé",
        },
        completion="Avancement déclaré",
        unreported="non déclaré",
        done="Jalons achevés",
        next_due="Prochaine échéance",
        overdue="En retard",
        overdue_are={
            "one": "Au {day}, {n} jalon est en retard : {names}",
            "other": "Au {day}, {n} jalons sont en retard : {names}",
        },
        output="Livrable",
        start="Début",
        due="Échéance",
        by="Responsables",
        added="ajouté par la réunion du {meeting}",
        dropped="abandonné par la réunion du {meeting}",
        moved="échéance modifiée par la réunion du {meeting} (auparavant : {date})",
        report="Rapport de {period}",
        reported="Déclaré le",
        presented="Présentation des résultats de {period}",
        percentage="Pourcentage déclaré par l’institution",
        achieved="Réalisé",
        challenges="Difficultés",
        evidence="Preuves",
        supported="Engagements soutenus",
        another="Engagement du plan qui porte ce numéro",
        values={
            "transparency": "Transparence",
            "participation": "Participation",
            "accountability": "Redevabilité",
        },
        irm="Mécanisme d’évaluation indépendant",
        irm_labels={
            "verifiable": "vérifiable",
            "lens": "perspective de gouvernement ouvert",
            "potential": "potentiel de résultats",
            "promising": "prometteur",
            "completion": "avancement",
            "early_results": "premiers résultats",
        },
        irm_words={
            "unclear": "incertain",
            "modest": "modeste",
            "substantial": "substantiel",
            "no-evidence-available": "aucune preuve disponible",
            "worsened": "dégradation",
            "did-not-change": "sans changement",
            "marginal": "marginaux",
            "major": "majeurs",
            "outstanding": "exceptionnels",
            "no-notable": "sans résultat notable",
            "moderate": "modérés",
            "significant": "significatifs",
            "true": "oui",
            "false": "non",
        },
    ),
    problems=Problems(
        levels={"error": "erreur", "warning": "avertissement", "info": "information"},
        hint="conseil",
        quote="« {} »",
        see="voir",
        more="autres : {number}",
        none="Aucun problème. Fichiers : {files}.",
        summary="Fichiers : {files}. Erreurs : {errors}, avertissements : {warnings}, "
        "informations : {infos}.",
        some="{files} sur {whole}",
        skipped="Règles désactivées dans plan.yaml : {rules}.",
        messages=MESSAGES,
    ),
    skeletons=Skeletons(
        plan="Ce qui vaut pour tout le plan.",
        proposals="Le nombre de propositions : ogp check remarque ainsi un fichier perdu.",
        institutions="Chaque institution une seule fois, sous l’identifiant que les autres "
        "fichiers emploient. Remplacez ces deux exemples.",
        ministry="Ministère A",
        association="Association B",
        commitment="Cet engagement est un exemple : remplacez-le par la première proposition.",
        commitment_title="Exemple : publier les comptes rendus du comité",
        meeting="Cette réunion est un exemple : remplacez-la par la première, et donnez sa date "
        "au fichier.",
        persons=("Personne Un", "Personne Deux"),
        agenda="Exemple : rédaction des fiches des engagements proposés",
        steps="Ce que la réunion a appris des engagements, à la place de [], par exemple :",
        agreed="Ce que la dernière réunion avait convenu, et qui devait le faire :",
        overdue="Engagements dont la réunion de coordination était prévue, sans nouvelles depuis :",
        merges="Fusions proposées qui ne sont pas encore tranchées. Si la réunion les tranche, "
        "effacez [] et les #, et écrivez decided (décidée) ou dropped (abandonnée) :",
        waiting="Engagements dont la réunion de coordination reste à programmer :",
    ),
)
