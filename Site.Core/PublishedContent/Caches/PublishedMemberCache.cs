using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Members are not offered: there is never one. Core's own converters and services ask for this cache all the same.</summary>
internal sealed class PublishedMemberCache : IPublishedMemberCache
{
    /// <inheritdoc />
    public IPublishedMember? Get(IMember member) => null;

    /// <inheritdoc />
    public Task<IPublishedMember?> GetAsync(IMember member) => Task.FromResult<IPublishedMember?>(null);

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public IPublishedContentType GetContentType(int id) => throw NotOffered();

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public IPublishedContentType GetContentType(string alias) => throw NotOffered();

    private static NotSupportedException NotOffered() => new("Members are not offered, so there are no published member types.");
}
