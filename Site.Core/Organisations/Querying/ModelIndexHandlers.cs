using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.Organisations.Querying;

/// <summary>Says of every item which organisation it is or belongs to.</summary>
internal sealed class OrganisationIndexHandler(IDocumentNavigationQueryService navigation) : IContentIndexHandler
{
    /// <inheritdoc />
    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        if (content.ContentType.Alias == ContentTypes.Organisation)
        {
            return [Of(content.Key)];
        }

        return navigation.TryGetAncestorsKeysOfType(content.Key, ContentTypes.Organisation, out IEnumerable<Guid> organisations)
            ? organisations.Take(1).Select(Of)
            : [];
    }

    /// <inheritdoc />
    public IEnumerable<IndexField> GetFields() => [new IndexField { FieldName = ModelFields.Organisation, FieldType = FieldType.StringRaw, VariesByCulture = false }];

    private static IndexFieldValue Of(Guid key) => new() { FieldName = ModelFields.Organisation, Values = [key.ToString("D")] };
}

/// <summary>Puts kind, year, topics and language of publications, articles, fact checks and persons into the index.</summary>
internal sealed class DetailsIndexHandler : IContentIndexHandler
{
    /// <inheritdoc />
    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        yield return Of(ModelFields.Kind, content.Texts("kind", culture));
        yield return Of(ModelFields.Topic, content.Texts("topics", culture));
        yield return Of(ModelFields.Language, content.Texts("language", culture).Concat(content.Texts("languages", culture)));
        if (content.Number("year") is { } year)
        {
            yield return new IndexFieldValue { FieldName = ModelFields.Year, Values = [year] };
        }
    }

    /// <inheritdoc />
    public IEnumerable<IndexField> GetFields() =>
    [
        new IndexField { FieldName = ModelFields.Kind, FieldType = FieldType.StringRaw, VariesByCulture = false },
        new IndexField { FieldName = ModelFields.Topic, FieldType = FieldType.StringRaw, VariesByCulture = true },
        new IndexField { FieldName = ModelFields.Language, FieldType = FieldType.StringRaw, VariesByCulture = false },
        new IndexField { FieldName = ModelFields.Year, FieldType = FieldType.Number, VariesByCulture = false },
    ];

    private static IndexFieldValue Of(string field, IEnumerable<string> texts) => new() { FieldName = field, Values = [.. texts.Select(x => x.ToLowerInvariant())] };
}

/// <summary>Says of every organisation in which zones it works.</summary>
internal sealed class ZoneIndexHandler : IContentIndexHandler
{
    /// <inheritdoc />
    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture) =>
        [new IndexFieldValue { FieldName = ModelFields.Zone, Values = [.. content.Picked("zones").Select(x => x.ToString("D"))] }];

    /// <inheritdoc />
    public IEnumerable<IndexField> GetFields() => [new IndexField { FieldName = ModelFields.Zone, FieldType = FieldType.StringRaw, VariesByCulture = false }];
}

/// <summary>Gives every item that has one its own date, and every call for applications its key.</summary>
internal sealed class DateIndexHandler : IContentIndexHandler
{
    /// <inheritdoc />
    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        DateTime? date = content.Date("date") ?? content.Date("starts") ?? content.Date("opens");
        if (date is null && content.Number("year") is >= 1 and <= 9999 and int year)
        {
            date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        }

        if (date is not null)
        {
            yield return new IndexFieldValue { FieldName = ModelFields.Date, Values = [date.Value] };
        }

        if (content.ContentType.Alias == ContentTypes.CallForApplications)
        {
            yield return new IndexFieldValue { FieldName = ModelFields.Call, Values = [content.Key.ToString("D")] };
        }
    }

    /// <inheritdoc />
    public IEnumerable<IndexField> GetFields() =>
    [
        new IndexField { FieldName = ModelFields.Date, FieldType = FieldType.Date, VariesByCulture = false },
        new IndexField { FieldName = ModelFields.Call, FieldType = FieldType.StringRaw, VariesByCulture = false },
    ];
}
