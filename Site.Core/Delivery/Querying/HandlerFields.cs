using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Delivery.Querying;

/// <summary>The fields that every <see cref="IContentIndexHandler"/> contributes to the index, its own and those of stock Umbraco sites.</summary>
internal sealed partial class HandlerFields(ContentIndexHandlerCollection handlers, ILogger<HandlerFields> logger)
{
    private readonly Lazy<Dictionary<string, FieldType>> _types = new(() => handlers
        .SelectMany(x => x.GetFields())
        .DistinctBy(x => x.FieldName, StringComparer.Ordinal)
        .ToDictionary(x => x.FieldName, x => x.FieldType, StringComparer.Ordinal));

    /// <summary>Whether any handler contributes fields.</summary>
    public bool Any => handlers.Count > 0;

    /// <summary>Adds the values of an item in a culture.</summary>
    /// <param name="fields">The fields of the item's row; those that are there already are not replaced.</param>
    /// <param name="content">The item.</param>
    /// <param name="culture">The culture; <c>null</c> for an item that does not vary.</param>
    /// <remarks>A field that no handler has declared is analysed, as in Umbraco. What a handler fails on is logged and left out.</remarks>
    public void AddTo(Dictionary<string, object[]> fields, IContent content, string? culture)
    {
        foreach (IContentIndexHandler handler in handlers)
        {
            foreach ((string name, object[] values) in Read(handler, content, culture))
            {
                fields.TryAdd(name, values);
            }
        }
    }

    private List<(string Name, object[] Values)> Read(IContentIndexHandler handler, IContent content, string? culture)
    {
        try
        {
            return
            [
                .. handler.GetFieldValues(content, culture).GroupBy(x => x.FieldName, StringComparer.Ordinal).Select(x =>
                (
                    x.Key,
                    x.SelectMany(field => field.Values).Select(value => IndexValues.Convert(value, TypeOf(x.Key))).OfType<object>().ToArray()
                )),
            ];
        }
#pragma warning disable CA1031 // A handler is code of others: one that fails on one item must not take every query with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailure(exception, handler.GetType().FullName, content.Key);
            return [];
        }
    }

    private FieldType TypeOf(string name) => _types.Value.TryGetValue(name, out FieldType type) ? type : FieldType.StringAnalyzed;

    [LoggerMessage(LogLevel.Error, "The index handler {Handler} failed on the document {Key}: queries do not find the document by its fields until it is published again.")]
    private partial void LogFailure(Exception exception, string? handler, Guid key);
}
