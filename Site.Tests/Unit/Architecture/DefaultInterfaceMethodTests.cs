using Site.Core.Persistence;

namespace Site.Tests.Unit.Architecture;

/// <summary>
/// Core adds members to its interfaces with a body that returns nothing or throws, so that the compiler does not say what is missing
/// (specs: hosting, work-around 9). Our repositories implement all of them.
/// </summary>
public sealed class DefaultInterfaceMethodTests
{
    /// <summary>Every class in Persistence that implements one of Core's interfaces.</summary>
    public static TheoryData<Type> Repositories()
    {
        var data = new TheoryData<Type>();
        IEnumerable<Type> types = typeof(SiteDbContext).Assembly.GetTypes().Where(x =>
            x is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
            && x.Namespace?.StartsWith("Site.Core.Persistence", StringComparison.Ordinal) == true
            && CoreInterfaces(x).Any());
        foreach (Type type in types)
        {
            data.Add(type);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Repositories))]
    public void Every_member_of_Cores_interfaces_is_implemented(Type repository)
    {
        IEnumerable<string> left =
            from contract in CoreInterfaces(repository)
            let map = repository.GetInterfaceMap(contract)
            from index in Enumerable.Range(0, map.InterfaceMethods.Length)
            let target = map.TargetMethods[index]
            where target is null || target.DeclaringType!.IsInterface
            select $"{contract.Name}.{map.InterfaceMethods[index].Name}";

        Assert.Empty(left.Distinct());
    }

    private static IEnumerable<Type> CoreInterfaces(Type type) =>
        type.GetInterfaces().Where(x => x.Namespace is "Umbraco.Cms.Core.Persistence.Repositories" or "Umbraco.Cms.Core.Persistence");
}
