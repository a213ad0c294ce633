using Site.Core.Sync.Files;
using Site.Core.Sync.Nodes.Shapes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>Applies names and property values of a document or media item, by uSync's rules for cultures.</summary>
internal sealed class NodeValues(ILanguageService languages, MediaFileImporter mediaFiles, ValueShapes shapes)
{
    private Dictionary<string, string>? _isoCodes;
    private string _defaultIsoCode = string.Empty;

    /// <summary>Applies the names: one per culture where the type varies, else the one of the item.</summary>
    public async Task ApplyNamesAsync(SyncItem item, IContentBase node, NodeFile file, SyncRun run)
    {
        await LoadLanguagesAsync();
        if (!node.ContentType.VariesByCulture())
        {
            item.SetText("Name", node.Name, file.Name, value => node.Name = value);
            return;
        }

        IEnumerable<(string Culture, string Name)> names = file.CultureNames.Count > 0 ? file.CultureNames : [(_defaultIsoCode, file.Name)];
        foreach ((string culture, string name) in names)
        {
            if (Culture(item, culture, "Info/NodeName/Name/@Culture", run) is { } isoCode)
            {
                item.SetText($"Name {isoCode}", node.GetCultureName(isoCode), name, value => node.SetCultureName(value, isoCode));
            }
        }
    }

    /// <summary>Applies the values, and the files that they name.</summary>
    public async Task ApplyAsync(SyncItem item, IContentBase node, NodeFile file, SyncRun run)
    {
        await LoadLanguagesAsync();
        HashSet<string> computed = mediaFiles.ComputedAliases(node);
        var unknown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        SyncHandler handler = run.Handlers[item.File.Kind];
        foreach (NodeValueFile value in file.Values.Where(value => !computed.Contains(value.Alias) && handler.Travels(value.Alias)))
        {
            if (node.Properties.TryGetValue(value.Alias, out IProperty? property))
            {
                Apply(item, node, value, property!.PropertyType, run);
            }
            else if (unknown.Add(value.Alias))
            {
                item.Warn($"Properties/{SyncXml.Shorten(value.Alias)}", $"'{node.ContentType.Alias}' has no such property; the value was left out.");
            }
        }

        mediaFiles.Import(item, node, run);
    }

    /// <summary>Told when a transaction has ended: files of items that were taken back go again.</summary>
    public void Settle(bool committed) => mediaFiles.Settle(committed);

    /// <summary>The site's own spelling of a culture; null, with a warning, when the site has no such language.</summary>
    public string? Culture(SyncItem item, string culture, string element, SyncRun run)
    {
        if (_isoCodes!.TryGetValue(culture, out string? isoCode))
        {
            return isoCode;
        }

        if (!run.IsPending(SyncKind.Language, new SyncReference(Guid.Empty, culture)))
        {
            item.Warn(element, $"'{SyncXml.Shorten(culture)}' is no language of this site; left out.");
        }

        return null;
    }

    public async Task LoadLanguagesAsync()
    {
        if (_isoCodes is null)
        {
            IEnumerable<ILanguage> all = await languages.GetAllAsync();
            _isoCodes = all.ToDictionary(language => language.IsoCode, language => language.IsoCode, StringComparer.OrdinalIgnoreCase);
            _defaultIsoCode = await languages.GetDefaultIsoCodeAsync();
        }
    }

    private void Apply(SyncItem item, IContentBase node, NodeValueFile value, IPropertyType type, SyncRun run)
    {
        string element = $"Properties/{value.Alias}/Value";
        if (!TryChooseCulture(item, value, type, run, out string? culture))
        {
            return;
        }

        string text = value.Text.Length == 0 ? value.Text : shapes.Upgrade(value.Text, type, culture ?? _defaultIsoCode);
        object? wanted = shapes.Canonical(StoredValue.Parse(text, type, element), type);
        object? live = node.GetValue(type.Alias, culture, value.Segment);
        if (!StoredValue.AreSame(live, wanted))
        {
            item.Differ(culture is null ? type.Alias : $"{type.Alias} {culture}");
            node.SetValue(type.Alias, wanted, culture, value.Segment);
        }
    }

    /// <summary>
    /// A value for a culture fits an invariant property only in the default language; a value without a culture fits a
    /// varying property only when it is the sole one, and is the default language's.
    /// </summary>
    private bool TryChooseCulture(SyncItem item, NodeValueFile value, IPropertyType type, SyncRun run, out string? culture)
    {
        culture = null;
        if (!type.VariesByCulture())
        {
            return value.Culture is null || value.Culture.InvariantEquals(_defaultIsoCode);
        }

        if (value.Culture is null)
        {
            culture = _defaultIsoCode;
            return value.IsOnly;
        }

        culture = Culture(item, value.Culture, $"Properties/{value.Alias}/Value/@Culture", run);
        return culture is not null;
    }
}
