using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Types;

/// <summary>Imports media types.</summary>
internal sealed class MediaTypeImporter(
    IMediaTypeService mediaTypes,
    IMediaTypeContainerService containers,
    TypeProperties properties,
    IShortStringHelper shortStrings) : TypeImporter<IMediaType>(mediaTypes, containers, properties)
{
    public override SyncKind Kind => SyncKind.MediaType;

    public override int Priority => 1040;

    protected override Guid DefaultListView => Constants.DataTypes.Guids.ListViewMediaGuid;

    protected override IMediaType New(TypeFile file) =>
        new MediaType(shortStrings, Constants.System.Root) { Key = file.Key, Alias = file.Alias, Name = file.Name };
}
