using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Output;

/// <summary>Holds the strategy of the current flow of execution; a new one begins with the first item that is written.</summary>
internal sealed class OutputExpansionStrategyAccessor(IApiPropertyRenderer propertyRenderer) : IOutputExpansionStrategyAccessor
{
    private readonly AsyncLocal<IOutputExpansionStrategy?> _current = new();

    /// <inheritdoc />
    public bool TryGetValue([NotNullWhen(true)] out IOutputExpansionStrategy? outputExpansionStrategy)
    {
        outputExpansionStrategy = _current.Value ??= new DefaultOutputExpansionStrategy(propertyRenderer);
        return true;
    }
}
