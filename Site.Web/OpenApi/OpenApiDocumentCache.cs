using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Site.Web.DeliveryApi.Responses;
using Swashbuckle.AspNetCore.Swagger;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Web.OpenApi;

/// <summary>Makes each document when it is first asked for, and keeps it until a type, a data type or a setting of the API changes.</summary>
internal sealed class OpenApiDocumentCache :
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<DataTypeCacheRefresherNotification>,
    IDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IDisposable? _settings;
    private readonly Lock _making = new();
    private volatile ConcurrentDictionary<string, ServedDocument> _documents = new();

    /// <summary>Begins with no document: none is made at the start of the program.</summary>
    public OpenApiDocumentCache(IServiceScopeFactory scopes, IOptionsMonitor<DeliveryApiSettings> settings)
    {
        _scopes = scopes;
        _settings = settings.OnChange(_ => Forget());
    }

    /// <summary>The document; <c>null</c> when there is none of this name.</summary>
    /// <param name="name">One of <see cref="OpenApiDocuments"/>.</param>
    public ServedDocument? Find(string name)
    {
        // What is made of types that change meanwhile goes into a dictionary that nobody reads any more.
        ConcurrentDictionary<string, ServedDocument> documents = _documents;
        if (documents.TryGetValue(name, out ServedDocument? made) || !OpenApiDocuments.All.ContainsKey(name))
        {
            return made;
        }

        lock (_making)
        {
            return documents.GetOrAdd(name, Make);
        }
    }

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification) => Forget();

    /// <inheritdoc />
    public void Handle(DataTypeCacheRefresherNotification notification) => Forget();

    /// <inheritdoc />
    public void Dispose() => _settings?.Dispose();

    private void Forget() => _documents = new ConcurrentDictionary<string, ServedDocument>();

    private ServedDocument Make(string name)
    {
        using IServiceScope scope = _scopes.CreateScope();
        OpenApiDocument document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(name);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV3(new OpenApiJsonWriter(text));
        return new ServedDocument(name, document, new JsonBody(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>A document as it is kept.</summary>
/// <param name="Name">One of <see cref="OpenApiDocuments"/>.</param>
/// <param name="Description">What it says; nobody changes it.</param>
/// <param name="Json">The same as OpenAPI 3.0 in UTF-8.</param>
internal sealed record ServedDocument(string Name, OpenApiDocument Description, JsonBody Json);
