using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Output;

/// <summary>
/// Decides which properties are written, by <c>expand</c> and <c>fields</c> (specs/content-delivery-api-v2.md section 4): all of the item
/// that was asked for and of every element, none of a content or media item that is referred to, unless <c>expand</c> names the reference.
/// </summary>
/// <remarks>One instance serves one request: it knows inside which property of which item it is.</remarks>
internal sealed class RequestOutputExpansionStrategy(OutputServices services, PropertySelection? expand, PropertySelection? fields) : IOutputExpansionStrategy
{
    private PropertySelection? _expand = expand;
    private PropertySelection? _fields = fields;
    private int _nesting;

    /// <summary>The limit that the answer has gone over; what comes after it is left out, so the answer must not be sent.</summary>
    public OutputLimit Exceeded { get; private set; }

    /// <summary>How many references were expanded.</summary>
    public int Expanded { get; private set; }

    /// <summary>Says that the answer has gone over a limit.</summary>
    public void Exceed(OutputLimit limit) => Exceeded = limit;

    /// <summary>Counts references of an item that was written before.</summary>
    public void CountExpanded(int references)
    {
        Expanded += references;
        if (Expanded > OutputLimits.MaxExpanded)
        {
            Exceeded = OutputLimit.Expanded;
        }
    }

    /// <inheritdoc />
    public IDictionary<string, object?> MapElementProperties(IPublishedElement element) => Map(element.Properties);

    /// <inheritdoc />
    public IDictionary<string, object?> MapContentProperties(IPublishedContent content) =>
        IsExpanded() && (_nesting == 0 || !services.Guarded.Contains(content)) ? Map(content.Properties) : new Dictionary<string, object?>();

    /// <inheritdoc />
    public IDictionary<string, object?> MapMediaProperties(IPublishedContent media, bool skipUmbracoProperties = true) => !IsExpanded()
        ? new Dictionary<string, object?>()
        : Map(skipUmbracoProperties
            ? media.Properties.Where(x => !x.Alias.StartsWith("umbraco", StringComparison.OrdinalIgnoreCase))
            : media.Properties);

    // The item that was asked for, or a reference that expand names.
    private bool IsExpanded()
    {
        if (_nesting == 0 || _expand is null)
        {
            return _nesting == 0;
        }

        CountExpanded(1);
        return Exceeded != OutputLimit.Expanded;
    }

    private Dictionary<string, object?> Map(IEnumerable<IPublishedProperty> properties)
    {
        Dictionary<string, object?> values = [];
        if (_nesting == OutputLimits.MaxNesting)
        {
            Exceeded = OutputLimit.Depth;
            return values;
        }

        (PropertySelection? expandHere, PropertySelection? fieldsHere) = (_expand, _fields);
        _nesting++;
        try
        {
            foreach (IPublishedProperty property in properties)
            {
                _fields = fieldsHere?.For(property.Alias);
                if (fieldsHere is not { IsLimiting: true } || _fields is not null)
                {
                    _expand = expandHere?.For(property.Alias);
                    values[property.Alias] = Allowed(services.Renderer.GetPropertyValue(property, expanding: _expand is not null));
                }
            }
        }
        finally
        {
            _nesting--;
            (_expand, _fields) = (expandHere, fieldsHere);
        }

        return values;
    }

    // Pickers give what is picked whatever its type; a type that the API must not show is as good as not there.
    private object? Allowed(object? value) => value switch
    {
        IApiContent content => IsAllowed(content) ? content : null,
        IEnumerable<IApiContent> contents => contents.Where(IsAllowed).ToArray(),
        _ => value,
    };

    private bool IsAllowed(IApiContent content) => services.Settings.CurrentValue.IsAllowedContentType(content.ContentType);
}
