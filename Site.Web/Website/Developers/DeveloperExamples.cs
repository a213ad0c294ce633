namespace Site.Web.Website.Developers;

/// <summary>A command that a developer may paste into a shell once <c>API</c> is set, and what it is for, in French and English.</summary>
/// <param name="French">What it gives.</param>
/// <param name="English">The same in English.</param>
/// <param name="Command">One or more lines for a POSIX shell.</param>
internal sealed record DeveloperExample(string French, string English, string Command);

/// <summary>Examples about one subject.</summary>
/// <param name="Id">The anchor of their heading.</param>
/// <param name="French">The heading.</param>
/// <param name="English">The heading in English.</param>
/// <param name="Examples">The examples.</param>
internal sealed record DeveloperSection(string Id, string French, string English, IReadOnlyList<DeveloperExample> Examples);

/// <summary>The commands of the page for developers. A test runs each of them.</summary>
internal static class DeveloperExamples
{
    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<DeveloperSection> Sections { get; } =
    [
        new("lire", "Lire une organisation", "Read an organisation",
        [
            new("AP/Mali, en français :", "AP/Mali, in French:", """curl -s "$API/content/item/ap-mali/" """),
            new("ANI-Mali, avec tout ce à quoi la page renvoie :", "ANI-Mali, with all that the page refers to:", """curl -sG "$API/content/item/ani-mali/" --data-urlencode 'expand=properties[$all]' """),
            new("Accountability Lab Mali, en anglais :", "Accountability Lab Mali, in English:", """curl -s -H 'Accept-Language: en' "$API/content/item/accountability-lab-mali/" """),
        ]),
        new("chercher", "Chercher", "Search",
        [
            new(
                "Les dix dernières publications d’une organisation :",
                "The ten newest publications of an organisation:",
                """curl -s "$API/content?filter=contentType:publication,annualReport&filter=organisation:accountability-lab-mali&sort=date:desc&take=10" """),
            new("Ses programmes, par ordre alphabétique :", "Its programmes, by name:", """curl -s "$API/content?filter=contentType:programme&filter=organisation:ani-mali&sort=name:asc" """),
            new("Les appels à candidatures encore ouverts :", "The calls that are still open:", """curl -s "$API/content?filter=call:open" """),
            new(
                "Seulement quelques propriétés, pour une ligne lente :",
                "A few properties only, for a slow line:",
                """curl -sG --compressed "$API/content" -d filter=organisation:ap-mali -d take=5 --data-urlencode 'fields=properties[summary,date]' """),
            new("Les fichiers et images :", "Files and pictures:", """curl -s "$API/media?fetch=children:/&take=5" """),
        ]),
        new("redemander", "Redemander sans tout recevoir", "Ask again for nothing",
        [
            new(
                "Rien n’a changé : la réponse est 304, sans corps :",
                "Nothing has changed: the answer is 304, without a body:",
                """
                TAG=$(curl -sI "$API/content/item/ap-mali/" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
                curl -si -H "If-None-Match: $TAG" "$API/content/item/ap-mali/"
                """),
        ]),
        new("suivre", "Tenir une copie à jour", "Keep a copy up to date",
        [
            new(
                "Tout lire une fois, puis seulement ce qui a changé depuis :",
                "Read everything once, then only what has changed since:",
                """
                NEXT=$(curl -s "$API/changes?organisation=ap-mali" | sed -n 's/.*"next":"\([^"]*\)".*/\1/p')
                curl -s "$API/changes?organisation=ap-mali&since=$NEXT"
                """),
        ]),
        new("exporter", "Exporter", "Export",
        [
            new("Une organisation en JSON-LD (schema.org) :", "An organisation as JSON-LD (schema.org):", """curl -s "$API/organisations/ani-mali/export?format=jsonld" """),
            new("Ses programmes et publications pour un tableur :", "Its programmes and publications for a spreadsheet:", """curl -s "$API/organisations/accountability-lab-mali/export?format=csv" """),
            new("Les textes de l’interface :", "The texts of the interface:", """curl -s -H 'Accept-Language: en' "$API/dictionary?prefix=Publication&take=10" """),
        ]),
    ];
}
