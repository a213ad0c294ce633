using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Site.Core.PropertyEditors;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Dictionary;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.IO.MediaPathSchemes;
using Umbraco.Cms.Core.Logging;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Sync;
using Umbraco.Cms.Core.Web;
using ValidationResult = System.ComponentModel.DataAnnotations.ValidationResult;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>
/// The site's property editors on Core's genuine editing and validation, without a database: element types, data types and picked
/// items are what a test defines.
/// </summary>
internal sealed class EditorBench
{
    private static readonly TypeLoader Types = new(
        new TypeFinder(NullLogger<TypeFinder>.Instance, new DefaultUmbracoAssemblyProvider(typeof(EditorBench).Assembly, NullLoggerFactory.Instance), null),
        NullLogger<TypeLoader>.Instance);

    private readonly Dictionary<Guid, DataType> _dataTypes = [];
    private readonly List<IContentType> _elementTypes = [];
    private readonly ServiceProvider _services;

    public EditorBench(Action<IServiceCollection>? configure = null)
    {
        // Core's texts are looked up in the language of the thread, as they are in the backoffice.
        CultureInfo.CurrentUICulture = new CultureInfo("en-US");
        var services = new ServiceCollection();
        IConfiguration configuration = new ConfigurationBuilder().Build();
        services.AddLogging();
        services.AddSingleton(Types);
        IUmbracoBuilder builder = new UmbracoBuilder(services, configuration, Types, NullLoggerFactory.Instance, new NoopProfiler(), AppCaches.Disabled)
            .AddConfiguration()
            .AddPropertyEditors();
        AddStandIns(services);
        configure?.Invoke(services);
        builder.Build();
        _services = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The cultures of the site, the default one first.</summary>
    public static readonly string[] Cultures = ["fr", "en", "bm"];

    /// <summary>Key of the only start item.</summary>
    public static readonly Guid StartItem = new("11fb598b-5c51-4d1a-8f2e-0c7594361d15");

    /// <summary>The culture in which values are published.</summary>
    public VariationContext Variation { get; set; } = new(Cultures[0]);

    public List<IMedia> Media { get; } = [];

    public List<IEntitySlim> Entities { get; } = [];

    public Dictionary<Guid, TemporaryFileModel> TemporaryFiles { get; } = [];

    public Dictionary<string, string> StoredFiles { get; } = [];

    public Dictionary<Guid, IPublishedContent> PublishedItems { get; } = [];

    public IShortStringHelper ShortStrings { get; } = new DefaultShortStringHelper(Options.Create(new RequestHandlerSettings()));

    public IDataEditor Editor(string alias)
        => Get<PropertyEditorCollection>()[alias] ?? throw new InvalidOperationException($"{alias} is not registered.");

    /// <summary>A data type as the database would hold it; the configuration is read from JSON as it is from the database.</summary>
    public DataType DataType(string editorAlias, string? configuration = null)
    {
        IConfigurationEditorJsonSerializer serializer = Get<IConfigurationEditorJsonSerializer>();
        IDataEditor editor = Editor(editorAlias);
        var dataType = new DataType(editor, serializer)
        {
            Id = 1000 + _dataTypes.Count,
            Key = Guid.NewGuid(),
            Name = editorAlias,
            DatabaseType = ValueTypes.ToStorageType(editor.GetValueEditor().ValueType),
            ConfigurationData = editor.GetConfigurationEditor().FromDatabase(configuration, serializer),
        };
        _dataTypes[dataType.Key] = dataType;
        return dataType;
    }

    /// <summary>An element type with properties; those named in <paramref name="varying"/> vary by culture, and then so does the type.</summary>
    public ContentType ElementType(string alias, (string Alias, DataType DataType)[] properties, string[]? varying = null, string[]? mandatory = null)
    {
        var type = new ContentType(ShortStrings, -1)
        {
            Id = 2000 + _elementTypes.Count,
            Key = Guid.NewGuid(),
            Alias = alias,
            Name = alias,
            IsElement = true,
            Variations = varying is null ? ContentVariation.Nothing : ContentVariation.Culture,
        };
        foreach ((string propertyAlias, DataType dataType) in properties)
        {
            type.AddPropertyType(
                new PropertyType(ShortStrings, dataType, propertyAlias)
                {
                    Key = Guid.NewGuid(),
                    Name = propertyAlias,
                    Mandatory = mandatory?.Contains(propertyAlias) ?? false,
                    Variations = varying?.Contains(propertyAlias) ?? false ? ContentVariation.Culture : ContentVariation.Nothing,
                },
                "content",
                "Content");
        }

        _elementTypes.Add(type);
        return type;
    }

    public static object? FromEditor(DataType dataType, object? posted, object? stored = null)
        => dataType.Editor!.GetValueEditor(dataType.ConfigurationObject).FromEditor(
            new ContentPropertyData(posted, dataType.ConfigurationObject) { ContentKey = Guid.NewGuid(), PropertyTypeKey = Guid.NewGuid() },
            stored);

    public object? ToEditor(DataType dataType, object? stored)
    {
        var property = new Property(new PropertyType(ShortStrings, dataType, "property"));
        property.SetValue(stored);
        return dataType.Editor!.GetValueEditor(dataType.ConfigurationObject).ToEditor(property);
    }

    public string[] Errors(DataType dataType, object? posted, bool mandatory = false, string? format = null, PropertyValidationContext? context = null)
        => [.. Results(dataType, posted, mandatory, format, context).Select(result => result.ErrorMessage ?? "(no message)")];

    public ValidationResult[] Results(DataType dataType, object? posted, bool mandatory = false, string? format = null, PropertyValidationContext? context = null)
        => [.. Get<IPropertyValidationService>().ValidatePropertyValue(
            dataType.Editor!,
            dataType,
            posted,
            mandatory,
            format,
            null,
            null,
            context ?? PropertyValidationContext.Empty())];

    /// <summary>Published property of an editor with a source value, in the culture of <see cref="Variation"/>.</summary>
    public IPublishedProperty Published(DataType dataType, object? source, ContentVariation variations = ContentVariation.Nothing)
    {
        var type = new ContentType(ShortStrings, -1) { Id = 1, Key = Guid.NewGuid(), Alias = "page", Variations = variations };
        type.AddPropertyType(new PropertyType(ShortStrings, dataType, "property") { Key = Guid.NewGuid(), Variations = variations }, "content", "Content");
        IPublishedContentType published = Get<IPublishedContentTypeFactory>().CreateContentType(type);
        return new PublishedElement(published, Guid.NewGuid(), new() { ["property"] = source }, false, PropertyCacheLevel.None, Variation, null)
            .GetProperty("property")!;
    }

    /// <summary>A published item of Core's own base type, found by its key in both caches.</summary>
    public IPublishedContent PublishedItem(string name, string typeAlias, object? file = null)
    {
        var key = Guid.NewGuid();
        IPublishedContentType type = Stub.Of<IPublishedContentType>(("get_Alias", _ => typeAlias), ("get_Key", _ => key));
        IPublishedProperty property = Stub.Of<IPublishedProperty>(("GetValue", _ => file));
        IPublishedContent item = Stub.Of<IPublishedContent>(
            ("get_Key", _ => key),
            ("get_Name", _ => name),
            ("get_ContentType", _ => type),
            ("GetProperty", _ => file is null ? null : property));
        PublishedItems[key] = item;
        return item;
    }

    private void AddStandIns(IServiceCollection services)
    {
        services.AddSingleton(ShortStrings);
        services.AddSingleton(Stub.Of<IIOHelper>());
        services.AddSingleton<IValueEditorCache, ValueEditorCache>();
        services.AddSingleton<ILocalizedTextService>(new LocalizedTextService(
            new Dictionary<CultureInfo, Lazy<XDocument>> { [new CultureInfo("en-US")] = new(Texts) },
            NullLogger<LocalizedTextService>.Instance));
        services.AddSingleton(Stub.Of<ICultureDictionary>());
        services.AddSingleton(Stub.Of<ILanguageService>(("GetDefaultIsoCodeAsync", _ => Task.FromResult(Cultures[0]))));
        services.AddSingleton(Stub.Of<IServerRoleAccessor>());
        services.AddSingleton<IPropertyValidationService, PropertyValidationService>();
        AddTypes(services);
        AddItems(services);
        AddPublished(services);
    }

    private void AddTypes(IServiceCollection services)
    {
        services.AddSingleton(Stub.Of<IContentTypeService>(("GetMany", arguments
            => _elementTypes.Where(type => ((IEnumerable<Guid>)arguments[0]!).Contains(type.Key)).ToArray())));
        services.AddSingleton(Stub.Of<IDataTypeService>(
            ("GetAll", _ => _dataTypes.Values.ToArray()),
            ("GetDataType", arguments => _dataTypes.Values.FirstOrDefault(type => type.Id.Equals(arguments[0]))),
            ("GetAsync", arguments => Task.FromResult<IDataType?>(_dataTypes.GetValueOrDefault((Guid)arguments[0]!)))));
        services.AddSingleton(Stub.Of<IDataTypeConfigurationCache>(("GetConfiguration", arguments
            => _dataTypes.GetValueOrDefault((Guid)arguments[0]!)?.ConfigurationObject)));
    }

    private void AddItems(IServiceCollection services)
    {
        ICoreScope scope = Stub.Of<ICoreScope>(("Dispose", _ => null));
        IScopeContext context = Stub.Of<IScopeContext>(("Enlist", _ => null));
        services.AddSingleton(Stub.Of<ICoreScopeProvider>(("CreateCoreScope", _ => scope), ("get_Context", _ => context)));
        services.AddSingleton(Stub.Of<ILanguageRepository>(
            ("GetDefaultIsoCode", _ => Cultures[0]),
            ("GetIdByIsoCode", arguments => Array.IndexOf(Cultures, arguments[0]) + 1)));
        services.AddSingleton(Stub.Of<IMediaService>(("GetByIds", arguments
            => Media.Where(media => ((IEnumerable<Guid>)arguments[0]!).Contains(media.Key)).ToArray())));
        services.AddSingleton(Stub.Of<IEntityService>(("GetAll", arguments
            => Entities.Where(entity => ((Guid[])arguments[1]!).Contains(entity.Key)).ToArray())));
        services.AddSingleton(Stub.Of<IDocumentNavigationQueryService>());
        services.AddSingleton(Stub.Of<IMediaNavigationQueryService>());
        services.AddSingleton(Stub.Of<ITemporaryFileService>(("GetAsync", arguments
            => Task.FromResult(TemporaryFiles.GetValueOrDefault((Guid)arguments[0]!)))));
        IFileSystem fileSystem = Stub.Of<IFileSystem>(
            ("AddFile", arguments => StoredFiles[(string)arguments[0]!] = new StreamReader((Stream)arguments[1]!).ReadToEnd()),
            ("GetUrl", arguments => "/media/" + arguments[0]));
        services.AddSingleton(new MediaFileManager(
            fileSystem,
            new UniqueMediaPathScheme(),
            NullLogger<MediaFileManager>.Instance,
            ShortStrings,
            null!,
            new Lazy<ICoreScopeProvider>(() => Get<ICoreScopeProvider>())));
    }

    private void AddPublished(IServiceCollection services)
    {
        services.AddSingleton<IPublishedModelFactory, NoopPublishedModelFactory>();
        services.AddSingleton<IPublishedContentTypeFactory, PublishedContentTypeFactory>();
        services.AddSingleton(Stub.Of<IPublishedContentTypeCache>(("Get", arguments => _elementTypes.Find(type => type.Key.Equals(arguments[1])) is { } type
            ? Get<IPublishedContentTypeFactory>().CreateContentType(type)
            : null)));
        services.AddSingleton(Stub.Of<IVariationContextAccessor>(("get_VariationContext", _ => Variation)));
        services.AddSingleton(Stub.Of<IDefaultCultureAccessor>(("get_DefaultCulture", _ => Cultures[0])));
        services.AddSingleton(Stub.Of<IPublishedValueFallback>());
        services.AddSingleton(Stub.Of<IPublishedContentCache>(("GetById", arguments => PublishedItems.GetValueOrDefault((Guid)arguments[^1]!))));
        services.AddSingleton(Stub.Of<IPublishedMediaCache>(("GetById", arguments => PublishedItems.GetValueOrDefault((Guid)arguments[^1]!))));
        services.AddSingleton(Stub.Of<IPublishedUrlProvider>(("GetUrl", Address), ("GetMediaUrl", Address)));
        services.AddSingleton(Stub.Of<IImageUrlTokenGenerator>(("RefreshSignature", arguments => arguments[0])));
        services.AddSingleton(Stub.Of<IApiMediaUrlProvider>(("GetUrl", Address)));
        services.AddSingleton(Stub.Of<IApiContentRouteBuilder>(("Build", arguments
            => new ApiContentRoute(Address(arguments), new ApiContentStartItem(StartItem, "portal")))));
        IOutputExpansionStrategy strategy = Stub.Of<IOutputExpansionStrategy>(("MapElementProperties", arguments
            => ((IPublishedElement)arguments[0]!).Properties.ToDictionary(property => property.Alias, property => property.GetDeliveryApiValue(false))));
        services.AddSingleton<IOutputExpansionStrategyAccessor>(new FixedStrategy(strategy));
        services.AddSingleton<IApiElementBuilder, ApiElementBuilder>();
        services.AddSingleton(Stub.Of<IApiContentBuilder>());
        services.AddSingleton(Stub.Of<IApiMediaBuilder>(("Build", arguments => new ApiMedia(
            ((IPublishedContent)arguments[0]!).Key, ((IPublishedContent)arguments[0]!).Name!, "Image", "/media/x.png", "png", 10, 20, 30, new Dictionary<string, object?>()))));
        services.AddSingleton(Stub.Of<IUmbracoContextAccessor>());
        services.AddSingleton(Stub.Of<IMemberService>());
        services.AddSingleton(Stub.Of<IMemberGroupService>());
        services.AddSingleton(Stub.Of<IExternalMemberService>());
        services.AddSingleton(Stub.Of<IPublishedMemberCache>());
    }

    private string Address(object?[] arguments)
    {
        Guid key = arguments[0] is IPublishedContent content ? content.Key : (Guid)arguments[0]!;
        return PublishedItems.TryGetValue(key, out IPublishedContent? item) ? $"/{item.Name}/" : string.Empty;
    }

    private sealed class FixedStrategy(IOutputExpansionStrategy strategy) : IOutputExpansionStrategyAccessor
    {
        public bool TryGetValue([NotNullWhen(true)] out IOutputExpansionStrategy? outputExpansionStrategy)
        {
            outputExpansionStrategy = strategy;
            return true;
        }
    }

    private static XDocument Texts()
    {
        using Stream stream = typeof(IDataEditor).Assembly.GetManifestResourceStream("Umbraco.Cms.Core.EmbeddedResources.Lang.en.xml")!;
        return XDocument.Load(stream);
    }
}
