using Site.Core.Organisations;
using Site.Web.DeliveryApi.Keys;

namespace Site.Web.DeliveryApi;

/// <summary>Of which organisations a request gets the changes: of those that it asks for, as far as it may see them.</summary>
internal sealed class ChangeScope(OrganisationFinder organisations, DeliveryCallers callers)
{
    /// <summary>The organisations' keys, <c>null</c> among them for what belongs to none; no collection for everything.</summary>
    /// <param name="http">The request.</param>
    /// <param name="text">The parameter: a key, or a URL segment.</param>
    /// <param name="keys">The keys.</param>
    /// <returns>Whether there is such an organisation. Of a key nobody can say that there never was one.</returns>
    public bool TryRead(HttpContext http, string? text, out IReadOnlyCollection<Guid?>? keys)
    {
        IReadOnlyList<Guid>? seen = callers.OrganisationsOf(http);
        keys = seen is null ? null : [null, .. seen];
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        Guid? key = Guid.TryParse(text, out Guid parsed) ? parsed : organisations.Find(text)?.Key;
        keys = key is { } found && seen?.Contains(found) != false ? [found] : [];
        return key is not null;
    }
}
