using Umbraco.Cms.Core.Services;

namespace Site.Core.Organisations;

/// <summary>Finds the organisation that an administrator names, published or not. The published content must be loaded.</summary>
internal sealed class OrganisationNames(OrganisationNodes nodes, IDocumentUrlService urls, ILanguageService languages)
{
    /// <summary>The key of the organisation with a key or, in any language, URL segment; <c>null</c> when there is none.</summary>
    public async Task<Guid?> FindAsync(string text)
    {
        string[] cultures = [.. (await languages.GetAllAsync()).Select(x => x.IsoCode)];
        string segment = text.Trim('/');
        foreach (Guid organisation in nodes.GetOrganisationKeys())
        {
            if (Guid.TryParse(text, out Guid key) ? key == organisation : SegmentsOf(organisation, cultures).Contains(segment, StringComparer.OrdinalIgnoreCase))
            {
                return organisation;
            }
        }

        return null;
    }

    /// <summary>What to call the organisation: its URL segment, or its key when it has none.</summary>
    public async Task<string> GetNameAsync(Guid organisation) =>
        SegmentsOf(organisation, [await languages.GetDefaultIsoCodeAsync()]).FirstOrDefault() ?? organisation.ToString("D");

    private IEnumerable<string> SegmentsOf(Guid organisation, string[] cultures) =>
        from isDraft in (bool[])[false, true]
        from culture in cultures
        let segment = urls.GetUrlSegment(organisation, culture, isDraft)
        where segment is not null
        select segment;
}
