using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Site.Core.Hosting;

namespace Site.Web.Website.Media;

/// <summary>Serves uploaded files below <c>/media/</c>, with ranges, so that a broken download can go on.</summary>
internal static class MediaFiles
{
    // A drawing may hold scripts: opened on its own it runs none.
    private const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    // Browsers do not show a PDF in a sandbox.
    private const string Pdf = "default-src 'none'; object-src 'self'; frame-ancestors 'none'";

    // What a browser may show in place. All else is downloaded: an HTML or XML file would run as a page of this site.
    private static readonly Dictionary<string, string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        [".avif"] = "image/avif",
        [".gif"] = "image/gif",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
        [".pdf"] = "application/pdf",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".oga"] = "audio/ogg",
        [".ogg"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".weba"] = "audio/webm",
        [".mp4"] = "video/mp4",
        [".ogv"] = "video/ogg",
        [".webm"] = "video/webm",
        [".txt"] = "text/plain; charset=utf-8",
    };

    /// <summary>Maps the files of the data folder's media.</summary>
    /// <param name="app">The site.</param>
    /// <param name="missing">What answers when there is no such file.</param>
    public static void MapMediaFiles(this WebApplication app, RequestDelegate missing)
    {
        string folder = app.Services.GetRequiredService<SiteFolders>().Media;
        Directory.CreateDirectory(folder);
        IApplicationBuilder files = ((IApplicationBuilder)app).New();
        files.Use((context, next) =>
        {
            // The middleware leaves requests alone that an endpoint answers, and this is one.
            context.SetEndpoint(null);
            return next(context);
        });
        files.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/media",
            FileProvider = new PhysicalFileProvider(folder),
            ContentTypeProvider = new FileExtensionContentTypeProvider(Shown),
            ServeUnknownFileTypes = true,
            DefaultContentType = "application/octet-stream",
            OnPrepareResponse = Prepare,
        });
        files.Run(missing);
        app.MapMethods("/media/{**path}", [HttpMethods.Get, HttpMethods.Head], files.Build());
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        IHeaderDictionary headers = file.Context.Response.Headers;
        headers.CacheControl = "public, max-age=86400";
        string extension = Path.GetExtension(file.File.Name);
        headers.ContentSecurityPolicy = extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase) ? Pdf : Sandbox;
        if (!Shown.ContainsKey(extension))
            headers.ContentDisposition = "attachment";
    }
}
