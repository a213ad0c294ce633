using Site.Core.Organisations;

namespace Site.Web.Website.Texts;

/// <summary>Keys of the dictionary that code, rather than a view, asks for.</summary>
internal static class TextKeys
{
    /// <summary>The skip link.</summary>
    public const string SkipToContent = "Navigation.SkipToContent";

    /// <summary>The values of the drop-down <c>Type de publication</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> PublicationKinds = new Dictionary<string, string>
    {
        ["rapport annuel"] = "Publication.Kind.AnnualReport",
        ["bulletin"] = "Publication.Kind.Bulletin",
        ["étude"] = "Publication.Kind.Study",
        ["rapport financier"] = "Publication.Kind.FinancialReport",
        ["guide"] = "Publication.Kind.Guide",
        ["compte rendu"] = "Publication.Kind.Minutes",
    };

    /// <summary>The values of the drop-down <c>Type de référence légale</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> LegalKinds = new Dictionary<string, string>
    {
        ["récépissé"] = "Legal.Recepisse",
        ["accord-cadre"] = "Legal.AccordCadre",
        ["renouvellement"] = "Legal.Renouvellement",
        ["enregistrement"] = "Legal.Enregistrement",
    };

    /// <summary>What an empty list page says, by the page's type.</summary>
    public static readonly IReadOnlyDictionary<string, string> EmptyLists = new Dictionary<string, string>
    {
        [ContentTypes.Programmes] = "Empty.Programmes",
        [ContentTypes.Publications] = "Empty.Publications",
        [ContentTypes.Articles] = "Empty.Articles",
        [ContentTypes.Events] = "Empty.Events",
        [ContentTypes.Calls] = "Empty.Calls",
        [ContentTypes.FactChecks] = "Empty.FactChecks",
        [ContentTypes.People] = "Empty.People",
    };
}
