using System.Text.RegularExpressions;
using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Filters;

/// <summary>
/// What the date filters share: <c>keyword</c>, one of <c>&gt;</c>, <c>&gt;:</c> (or later), <c>&lt;</c>, <c>&lt;:</c> (or earlier), <c>:</c> (at), and a date.
/// </summary>
internal abstract partial class DateFilter(string keyword) : IFilterHandler
{
    /// <inheritdoc />
    public bool CanHandle(string query) => TryMatch(query, out _);

    /// <inheritdoc />
    /// <remarks>What is no date filters nothing, as the contract says (specs/content-delivery-api-v2.md section 3.2).</remarks>
    public FilterOption BuildFilterOption(string filter)
    {
        TryMatch(filter, out Match? match);
        string value = match!.Groups["value"].Value;
        bool isDate = IndexValues.TryParseDate(value, out _);
        return new FilterOption
        {
            FieldName = keyword,
            Values = isDate ? [value] : [],
            Operator = !isDate ? FilterOperation.IsNot : match.Groups["operator"].Value switch
            {
                ">" => FilterOperation.GreaterThan,
                ">:" => FilterOperation.GreaterThanOrEqual,
                "<" => FilterOperation.LessThan,
                "<:" => FilterOperation.LessThanOrEqual,
                _ => FilterOperation.Is,
            },
        };
    }

    private bool TryMatch(string filter, out Match? match)
    {
        match = Pattern().Match(filter);
        return match.Success && match.Groups["keyword"].Value.Equals(keyword, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("(?<keyword>createDate|updateDate)(?<operator>[<>]:?|:)(?<value>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Pattern();
}

/// <summary>Filters by the date of creation.</summary>
internal sealed class CreateDateFilter() : DateFilter(IndexFields.CreateDate);

/// <summary>Filters by the date of the last change.</summary>
internal sealed class UpdateDateFilter() : DateFilter(IndexFields.UpdateDate);
