using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting;

/// <summary>Names that a property may not have, since items have a member of that name already; composers may add more through Core's settings.</summary>
internal sealed class ReservedFieldNamesService(
    IOptions<ContentPropertySettings> content,
    IOptions<MediaPropertySettings> media,
    IOptions<MemberPropertySettings> members) : IReservedFieldNamesService
{
    private static readonly string[] _itemMembers =
        [.. typeof(IPublishedContent).GetProperties().Concat(typeof(IPublishedElement).GetProperties()).Select(x => x.Name)];

    /// <inheritdoc />
    public ISet<string> GetDocumentReservedFieldNames() => Union(content.Value.ReservedFieldNames);

    /// <inheritdoc />
    public ISet<string> GetMediaReservedFieldNames() => Union(media.Value.ReservedFieldNames);

    /// <inheritdoc />
    public ISet<string> GetMemberReservedFieldNames() => Union(members.Value.ReservedFieldNames);

    private static HashSet<string> Union(ISet<string> configured) =>
        new(_itemMembers.Concat(configured), StringComparer.InvariantCultureIgnoreCase);
}
