using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Site.Core.Security;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Stores, shows and validates picked links.</summary>
internal sealed class MultiUrlPickerValueEditor : DataValueEditor, IDataValueReference
{
    private readonly IJsonSerializer _jsonSerializer;
    private readonly IEntityService _entityService;

    public MultiUrlPickerValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        ILocalizedTextService localizedTextService,
        IEntityService entityService)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        _entityService = entityService;
        Validators.Add(new LinksValidator(localizedTextService));
    }

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        => StoredLink.Read(editorValue.Value) is { Length: > 0 } links ? _jsonSerializer.Serialize(links) : null;

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        StoredLink[] links = StoredLink.Read(property.GetValue(culture, segment));
        Dictionary<Guid, IEntitySlim> entities = Entities(links, Constants.UdiEntityType.Document, UmbracoObjectTypes.Document)
            .Concat(Entities(links, Constants.UdiEntityType.Media, UmbracoObjectTypes.Media))
            .ToDictionary(entity => entity.Key);
        return links.Select(link => ToEditor(link, link.Udi is { } udi ? entities.GetValueOrDefault(udi.Guid) : null)).ToArray();
    }

    /// <inheritdoc />
    public IEnumerable<UmbracoEntityReference> GetReferences(object? value)
        => StoredLink.Read(value)
            .Select(link => link.Udi is { } udi ? EntityReference.To(udi) : null)
            .OfType<UmbracoEntityReference>()
            .Distinct();

    private static JsonObject ToEditor(StoredLink link, IEntitySlim? entity)
        => new()
        {
            ["icon"] = (entity as IContentEntitySlim)?.ContentTypeIcon,
            ["name"] = link.Name ?? entity?.Name,
            ["published"] = entity is not IDocumentEntitySlim document || document.Published,
            ["queryString"] = link.QueryString,
            ["target"] = link.Target,
            ["trashed"] = entity?.Trashed ?? false,
            ["type"] = link.Udi?.EntityType ?? "external",
            ["unique"] = link.Udi?.Guid.ToString("D"),
            ["url"] = link.Url,
            ["culture"] = link.Culture,
        };

    private IEnumerable<IEntitySlim> Entities(StoredLink[] links, string entityType, UmbracoObjectTypes objectType)
    {
        Guid[] keys = [.. links.Where(link => link.Udi?.EntityType == entityType).Select(link => link.Udi!.Guid).Distinct()];
        return keys.Length == 0 ? [] : _entityService.GetAll(objectType, keys);
    }

    private sealed class LinksValidator(ILocalizedTextService localizedTextService) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext)
        {
            StoredLink[] links = StoredLink.Read(value);
            if (links.Length == 0)
                yield break;

            var configuration = dataTypeConfiguration as MultiUrlPickerConfiguration;
            foreach (ValidationResult result in ItemCount.ValidateEntries(localizedTextService, links.Length, configuration?.MinNumber, configuration?.MaxNumber))
                yield return result;

            foreach (StoredLink link in links.Where(link => link.Url is { } url && !HtmlAllowList.IsSafeAddress(url)))
                yield return new ValidationResult($"The address '{link.Url}' is not allowed; use one that begins with https, http, mailto or tel.", ["value"]);
        }
    }
}
