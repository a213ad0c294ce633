namespace Site.Core.Organisations;

/// <summary>Aliases of the site's document types, as <c>uSync/README.md</c> lists them.</summary>
public static class ContentTypes
{
    /// <summary>The only root with a page.</summary>
    public const string Portal = "portal";

    /// <summary>A civil-society organisation: the root of an editor group's content.</summary>
    public const string Organisation = "organisation";

    /// <summary>A programme of an organisation.</summary>
    public const string Programme = "programme";

    /// <summary>A published document with its file.</summary>
    public const string Publication = "publication";

    /// <summary>A publication with sections and finances.</summary>
    public const string AnnualReport = "annualReport";

    /// <summary>A dated text.</summary>
    public const string Article = "article";

    /// <summary>An event; its dates may be unknown.</summary>
    public const string Event = "event";

    /// <summary>A call for applications with its opening and closing days.</summary>
    public const string CallForApplications = "callForApplications";

    /// <summary>A claim with its verdict.</summary>
    public const string FactCheck = "factCheck";

    /// <summary>A person who is named with a basis for doing so.</summary>
    public const string Person = "person";

    /// <summary>A free page.</summary>
    public const string Page = "page";

    /// <summary>List page of programmes.</summary>
    public const string Programmes = "programmes";

    /// <summary>List page of publications and annual reports.</summary>
    public const string Publications = "publications";

    /// <summary>List page of articles.</summary>
    public const string Articles = "articles";

    /// <summary>List page of events.</summary>
    public const string Events = "events";

    /// <summary>List page of calls for applications.</summary>
    public const string Calls = "calls";

    /// <summary>List page of fact checks.</summary>
    public const string FactChecks = "factChecks";

    /// <summary>List page of persons.</summary>
    public const string People = "people";

    /// <summary>Root of the shared reference lists; it and what is below it are never pages.</summary>
    public const string References = "references";

    /// <summary>A region, or the District of Bamako.</summary>
    public const string Zone = "zone";

    /// <summary>A field that organisations work in.</summary>
    public const string InterventionArea = "interventionArea";

    /// <summary>A network that organisations belong to.</summary>
    public const string Network = "network";

    /// <summary>A financial partner.</summary>
    public const string Partner = "partner";

    /// <summary>A quotation in a rich text.</summary>
    public const string Quote = "quote";

    /// <summary>A picture with its caption in a rich text.</summary>
    public const string Illustration = "illustration";
}
