using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Site.Web.OpenApi;

/// <summary>The names of schemas, as Umbraco gives them.</summary>
internal static partial class SchemaNames
{
    private const string Suffix = "Model";

    /// <summary><c>ApiContentRouteModel</c>, <c>PagedIApiContentResponseModel</c>; problems keep the name of the standard.</summary>
    public static string Of(Type type)
    {
        if (typeof(ProblemDetails).IsAssignableFrom(type))
        {
            return type.Name;
        }

        string name = Unqualified(type) + string.Concat(type.GetGenericArguments().Select(Unqualified));
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix;
    }

    /// <summary>A name for what a content type has, which is not taken; aliases that differ by letters that names cannot have stay apart.</summary>
    public static string Of(string alias, Guid key, string suffix, Func<string, bool> isTaken)
    {
        string name = char.ToUpperInvariant(alias[0]) + alias[1..];
        string plain = NotOfNames().Replace(name, "_") + suffix;
        return name + suffix == plain && !isTaken(plain) ? plain : $"{plain}_{key:N}";
    }

    private static string Unqualified(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex NotOfNames();
}
