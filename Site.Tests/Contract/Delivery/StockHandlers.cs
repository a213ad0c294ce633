using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Delivery;

/// <summary>An index handler as a developer of a stock Umbraco site writes it: one field of every type, of the title and number of a page.</summary>
public sealed class StockIndexHandler : IContentIndexHandler
{
    /// <inheritdoc />
    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        if (content.ContentType.Alias != "testPage")
        {
            return [];
        }

        string title = content.GetValue<string>("title", culture) ?? string.Empty;
        int number = content.GetValue<int>("number");
        return
        [
            new IndexFieldValue { FieldName = "stockRaw", Values = [$"Réf-{number}", content.Key] },
            new IndexFieldValue { FieldName = "stockText", Values = [title] },
            new IndexFieldValue { FieldName = "stockSort", Values = [title] },
            new IndexFieldValue { FieldName = "stockNumber", Values = [number] },
            new IndexFieldValue { FieldName = "stockDate", Values = [new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(number)] },
        ];
    }

    /// <inheritdoc />
    public IEnumerable<IndexField> GetFields() =>
    [
        new IndexField { FieldName = "stockRaw", FieldType = FieldType.StringRaw, VariesByCulture = false },
        new IndexField { FieldName = "stockText", FieldType = FieldType.StringAnalyzed, VariesByCulture = true },
        new IndexField { FieldName = "stockSort", FieldType = FieldType.StringSortable, VariesByCulture = true },
        new IndexField { FieldName = "stockNumber", FieldType = FieldType.Number, VariesByCulture = false },
        new IndexField { FieldName = "stockDate", FieldType = FieldType.Date, VariesByCulture = false },
    ];
}

/// <summary>An index handler that fails: it takes only its own field with it.</summary>
public sealed class FailingIndexHandler : IContentIndexHandler
{
    /// <inheritdoc />
    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture) => content.Name == "Piège en" || content.GetCultureName("fr") == "Piège"
        ? throw new InvalidOperationException("A handler of others fails.")
        : [];

    /// <inheritdoc />
    public IEnumerable<IndexField> GetFields() => [];
}

/// <summary><c>stock~field~operator~a|b</c>: any operator on any field.</summary>
public sealed class StockFilter : IFilterHandler
{
    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith("stock~", StringComparison.Ordinal);

    /// <inheritdoc />
    public FilterOption BuildFilterOption(string filter)
    {
        string[] parts = filter.Split('~');
        return new FilterOption { FieldName = parts[1], Operator = Enum.Parse<FilterOperation>(parts[2]), Values = parts[3].Split('|') };
    }
}

/// <summary><c>stock~field~direction</c>.</summary>
public sealed class StockSort : ISortHandler
{
    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith("stock~", StringComparison.Ordinal);

    /// <inheritdoc />
    public SortOption BuildSortOption(string sort) => new()
    {
        FieldName = sort.Split('~')[1],
        Direction = Enum.Parse<Direction>(sort.Split('~')[2]),
    };
}

/// <summary><c>stock:n</c>: the pages with a number.</summary>
public sealed class StockSelector : ISelectorHandler
{
    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith("stock:", StringComparison.Ordinal);

    /// <inheritdoc />
    public SelectorOption BuildSelectorOption(string selector) => new()
    {
        FieldName = "stockNumber",
        Values = [int.Parse(selector["stock:".Length..], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)],
    };
}
