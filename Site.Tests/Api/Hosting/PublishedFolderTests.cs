using System.Diagnostics;
using System.Net;
using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>What <c>dotnet publish</c> makes is a site that runs from anywhere.</summary>
public sealed class PublishedFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-published-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_published_folder_serves_the_organisations_from_another_directory()
    {
        string published = Path.Combine(_folder.FullName, "published");
        await PublishAsync(published);
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var program = new SiteProgram(database)
        {
            Assembly = Path.Combine(published, "Site.Web.dll"),
            WorkingDirectory = _folder.CreateSubdirectory("elsewhere").FullName,
        };

        await using SiteServer site = await program.ServeAsync();
        await site.WaitUntilReadyAsync();
        using HttpResponseMessage page = await site.Client.GetAsync("ap-mali/");
        using HttpResponseMessage item = await site.Client.GetAsync("umbraco/delivery/api/v2/content/item/ap-mali/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("AP/Mali", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, item.StatusCode);
        Assert.True(File.Exists(Path.Combine(published, "uSync", "README.md")));
        Assert.Empty(Directory.EnumerateFiles(published, "*Design*.dll"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(program.WorkingDirectory));
    }

    private static async Task PublishAsync(string folder)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(dotnet, ["publish", "Site.Web", "-c", configuration, "-nodeReuse:false", "-o", folder])
        {
            WorkingDirectory = SiteProcess.RepositoryRoot,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
    }
}
