namespace Site.Core.Sync;

/// <summary>What a file describes. The names are the root elements of the files.</summary>
public enum SyncKind
{
    /// <summary>A file that could not be read far enough to tell.</summary>
    Unknown,

    /// <summary>A language of the site.</summary>
    Language,

    /// <summary>A dictionary item with its translations.</summary>
    Dictionary,

    /// <summary>A data type.</summary>
    DataType,

    /// <summary>A template.</summary>
    Template,

    /// <summary>A document type or element type.</summary>
    ContentType,

    /// <summary>A media type.</summary>
    MediaType,

    /// <summary>A media item; its file lies beside it in the folder.</summary>
    Media,

    /// <summary>A document.</summary>
    Content,

    /// <summary>A domain or a culture assigned to a document.</summary>
    Domain,

    /// <summary>A document that new ones are made from.</summary>
    Blueprint,

    /// <summary>A kind of relation between items.</summary>
    RelationType,

    /// <summary>An address that is told of events.</summary>
    Webhook,
}

/// <summary>Where each kind lies, and what uSync calls it.</summary>
internal static class SyncKinds
{
    private static readonly SyncKindNames[] _all =
    [
        new(SyncKind.Language, "Languages", "LanguageHandler", IsContent: false),
        new(SyncKind.Dictionary, "Dictionary", "DictionaryHandler", IsContent: true),
        new(SyncKind.DataType, "DataTypes", "DataTypeHandler", IsContent: false),
        new(SyncKind.Template, "Templates", "TemplateHandler", IsContent: false),
        new(SyncKind.ContentType, "ContentTypes", "ContentTypeHandler", IsContent: false),
        new(SyncKind.MediaType, "MediaTypes", "MediaTypeHandler", IsContent: false),
        new(SyncKind.Media, "Media", "MediaHandler", IsContent: true),
        new(SyncKind.Content, "Content", "ContentHandler", IsContent: true),
        new(SyncKind.Blueprint, "Blueprints", "ContentTemplateHandler", IsContent: true),
        new(SyncKind.Domain, "Domains", "DomainHandler", IsContent: true),
        new(SyncKind.RelationType, "RelationTypes", "RelationTypeHandler", IsContent: true),
        new(SyncKind.Webhook, "Webhooks", "WebhookHandler", IsContent: false),
    ];

    private static readonly Dictionary<string, SyncKind> _byFolder =
        _all.ToDictionary(names => names.Folder, names => names.Kind, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<SyncKind, SyncKindNames> _byKind = _all.ToDictionary(names => names.Kind);

    /// <summary>Every kind that this site offers.</summary>
    public static IEnumerable<SyncKind> All => _all.Select(names => names.Kind);

    public static SyncKind OfFolder(string folderName) => _byFolder.GetValueOrDefault(folderName);

    /// <summary>The name of the kind's folder.</summary>
    public static string Folder(this SyncKind kind) => _byKind[kind].Folder;

    /// <summary>The name of the kind's handler in <c>uSync:Sets</c>.</summary>
    public static string Handler(this SyncKind kind) => _byKind[kind].Handler;

    /// <summary>The name of the kind's group, unless the settings give it another.</summary>
    public static string Group(this SyncKind kind) => _byKind[kind].IsContent ? "Content" : "Settings";

    /// <summary>Whether items have a key of their own; that of the others is a hash of their name.</summary>
    public static bool HasOwnKey(this SyncKind kind) => kind is not (SyncKind.Language or SyncKind.Domain);

    /// <summary>Whether no two items have one alias (or name).</summary>
    public static bool HasOwnAlias(this SyncKind kind) => kind is not (SyncKind.Content or SyncKind.Media or SyncKind.Blueprint or SyncKind.Webhook);

    /// <summary>The name of the root element of the kind's files.</summary>
    public static string RootElement(this SyncKind kind) => (kind == SyncKind.Blueprint ? SyncKind.Content : kind).ToString();

    private sealed record SyncKindNames(SyncKind Kind, string Folder, string Handler, bool IsContent);
}
