using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Output;

/// <summary>Holds the strategy of the current flow of execution. Without a request that begins one, nothing is expanded and nothing left out.</summary>
internal sealed class OutputExpansionStrategyAccessor(OutputServices services) : IOutputExpansionStrategyAccessor
{
    private readonly AsyncLocal<RequestOutputExpansionStrategy?> _current = new();

    /// <summary>Begins the strategy of a request.</summary>
    /// <param name="expand">What is expanded; <c>null</c> for nothing.</param>
    /// <param name="fields">What is written; <c>null</c> for everything.</param>
    public RequestOutputExpansionStrategy Begin(PropertySelection? expand, PropertySelection? fields) =>
        _current.Value = new RequestOutputExpansionStrategy(services, expand, fields);

    /// <summary>The strategy of the current flow of execution.</summary>
    public RequestOutputExpansionStrategy Current => _current.Value ??= new RequestOutputExpansionStrategy(services, null, null);

    /// <inheritdoc />
    public bool TryGetValue([NotNullWhen(true)] out IOutputExpansionStrategy? outputExpansionStrategy)
    {
        outputExpansionStrategy = Current;
        return true;
    }
}
