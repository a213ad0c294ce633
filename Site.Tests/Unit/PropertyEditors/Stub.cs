using System.Reflection;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>Stands in for one of Core's services of which a test needs a method or two; any other call fails by name.</summary>
public class Stub : DispatchProxy
{
    private Dictionary<string, Func<object?[], object?>> _methods = [];

    /// <summary>A stand-in for <typeparamref name="T"/>.</summary>
    /// <param name="methods">Name of each method and what it answers.</param>
    public static T Of<T>(params (string Method, Func<object?[], object?> Answer)[] methods)
        where T : class
    {
        T proxy = Create<T, Stub>();
        ((Stub)(object)proxy)._methods = methods.ToDictionary(method => method.Method, method => method.Answer);
        return proxy;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        => _methods.TryGetValue(targetMethod!.Name, out Func<object?[], object?>? answer)
            ? answer(args ?? [])
            : throw new NotSupportedException($"The test did not expect {targetMethod.DeclaringType?.Name}.{targetMethod.Name}.");
}
