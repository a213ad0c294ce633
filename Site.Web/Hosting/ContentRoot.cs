namespace Site.Web.Hosting;

/// <summary>Finds the folder of <c>appsettings.json</c>.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// The current directory when it holds the settings, as with <c>dotnet run</c>; else the folder of the program, so that a
    /// published site runs from anywhere.
    /// </summary>
    public static string Find()
    {
        string current = Directory.GetCurrentDirectory();
        return File.Exists(Path.Combine(current, "appsettings.json")) && File.Exists(Path.Combine(current, "Site.Web.csproj"))
            ? current
            : AppContext.BaseDirectory;
    }
}
