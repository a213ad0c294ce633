using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Organisations.People;

/// <summary>
/// Refuses to publish a person without a basis: the person's consent with its date, or a published report with its title.
/// </summary>
/// <remarks>A named person cannot take back what was once public, so the rule holds for every way of publishing.</remarks>
public sealed class PublicationBasisHandler : INotificationHandler<ContentPublishingNotification>
{
    private const string ContentTypeAlias = "person";
    private const string Category = "Personne";

    /// <inheritdoc />
    public void Handle(ContentPublishingNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (IContent person in notification.PublishedEntities.Where(x => x.ContentType.Alias == ContentTypeAlias))
        {
            if (Objection(person) is { } objection)
            {
                notification.CancelOperation(new EventMessage(Category, $"{person.Name}\u202F: {objection}", EventMessageType.Error));
            }
        }
    }

    private static string? Objection(IContent person)
    {
        string basis = Text(person, "publicationBasis");
        if (basis.Contains("consentement", StringComparison.OrdinalIgnoreCase))
        {
            return Text(person, "consentDate").Length > 0 ? null : "indiquez la date du consentement avant de publier.";
        }

        if (basis.Contains("rapport", StringComparison.OrdinalIgnoreCase))
        {
            return Text(person, "reportTitle").Length > 0 ? null : "indiquez le titre du rapport publié avant de publier.";
        }

        return "choisissez la base de publication (consentement ou rapport publié) avant de publier.";
    }

    // The drop-down stores a JSON array; its only value is compared as part of it.
    private static string Text(IContent person, string alias) => person.GetValue(alias)?.ToString()?.Trim() is { } text and not "[]" ? text : string.Empty;
}
