using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Site.Web.OpenApi;

/// <summary>A parameter that a route reads from the request by itself, so that its handler's signature does not tell of it.</summary>
/// <param name="In">Where the parameter is.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Type">The .NET type that has its schema.</param>
/// <param name="Description">What it does, in Markdown.</param>
/// <param name="Default">What counts when it is absent.</param>
/// <param name="Examples">Values by what they mean.</param>
internal sealed record ParameterMetadata(
    ParameterLocation In,
    string Name,
    Type Type,
    string? Description = null,
    object? Default = null,
    IReadOnlyDictionary<string, JsonNode>? Examples = null);

/// <summary>A header of a route's answers.</summary>
/// <param name="Status">With which status it comes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says.</param>
internal sealed record ResponseHeaderMetadata(int Status, string Name, string Description);

/// <summary>Tells the documents of what a route reads, and of the headers that it answers with.</summary>
internal static class ParameterMetadataExtensions
{
    /// <summary>Describes a part of the path.</summary>
    public static RouteHandlerBuilder WithPath<T>(this RouteHandlerBuilder route, string name, string description) =>
        route.WithMetadata(new ParameterMetadata(ParameterLocation.Path, name, typeof(T), description));

    /// <summary>Adds a query parameter; an array is one that may be repeated.</summary>
    public static RouteHandlerBuilder WithQuery<T>(this RouteHandlerBuilder route, string name, string description, object? byDefault = null) =>
        route.WithMetadata(new ParameterMetadata(ParameterLocation.Query, name, typeof(T), description, byDefault));

    /// <summary>Adds a header of the answers with a status.</summary>
    public static RouteHandlerBuilder WithResponseHeader(this RouteHandlerBuilder route, int status, string name, string description) =>
        route.WithMetadata(new ResponseHeaderMetadata(status, name, description));

    /// <summary>Adds a request header.</summary>
    public static RouteHandlerBuilder WithHeader<T>(this RouteHandlerBuilder route, string name, string description) =>
        route.WithMetadata(new ParameterMetadata(ParameterLocation.Header, name, typeof(T), description));
}
