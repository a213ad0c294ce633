namespace Site.Web.OpenApi;

/// <summary>What <c>Site:OpenApi</c> says of the documents and their page. It is read at the start.</summary>
internal sealed class OpenApiSettings
{
    /// <summary>The section.</summary>
    public const string Section = "Site:OpenApi";

    /// <summary>Whether there are documents and a page, in every environment.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Reads the section.</summary>
    public static OpenApiSettings From(IConfiguration configuration) => configuration.GetSection(Section).Get<OpenApiSettings>() ?? new OpenApiSettings();
}
