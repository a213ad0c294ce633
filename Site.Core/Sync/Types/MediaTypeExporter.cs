using System.Xml.Linq;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Types;

/// <summary>Exports media types.</summary>
internal sealed class MediaTypeExporter(
    IMediaTypeService mediaTypes,
    IMediaTypeContainerService containers,
    IShortStringHelper shortStrings) : TypeExporter<IMediaType>(mediaTypes, containers, shortStrings)
{
    public override SyncKind Kind => SyncKind.MediaType;

    public override int Priority => 1040;

    protected override IEnumerable<XElement> Parts(IMediaType type, XElement info) =>
        [info, Properties(type, writesVariations: false), Structure(type), Tabs(type)];
}
