using System.Globalization;
using System.Xml.Linq;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Types;

/// <summary>Exports document types and element types.</summary>
internal sealed class ContentTypeExporter(
    IContentTypeService contentTypes,
    IContentTypeContainerService containers,
    IShortStringHelper shortStrings) : TypeExporter<IContentType>(contentTypes, containers, shortStrings)
{
    public override SyncKind Kind => SyncKind.ContentType;

    public override int Priority => 1030;

    protected override IEnumerable<XElement> Parts(IContentType type, XElement info) =>
        [info, Structure(type), Properties(type, writesVariations: true), Tabs(type)];

    protected override IEnumerable<XElement> BeforePlace(IContentType type)
    {
        HistoryCleanup cleanup = type.HistoryCleanup ?? new HistoryCleanup();
        yield return new XElement("HistoryCleanup",
            SyncXmlText.NetBool("PreventCleanup", cleanup.PreventCleanup),
            SyncXmlText.Text("KeepAllVersionsNewerThanDays", Number(cleanup.KeepAllVersionsNewerThanDays)),
            SyncXmlText.Text("KeepLatestVersionPerDayForDays", Number(cleanup.KeepLatestVersionPerDayForDays)));
    }

    protected override IEnumerable<XElement> AfterCompositions(IContentType type) =>
    [
        SyncXmlText.Text("DefaultTemplate", type.DefaultTemplate?.Alias),
        new XElement("AllowedTemplates", (type.AllowedTemplates ?? [])
            .OrderBy(template => template.Alias, StringComparer.OrdinalIgnoreCase)
            .Select(template => SyncXmlText.Reference("Template", template.Key, template.Alias))),
    ];

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
