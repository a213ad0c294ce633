using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Checks number, types and start node of picked media.</summary>
internal sealed class MediaPicker3Validator(
    IJsonSerializer jsonSerializer,
    ILocalizedTextService localizedTextService,
    IMediaService mediaService,
    IMediaNavigationQueryService mediaNavigation)
    : IValueValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
    {
        if (dataTypeConfiguration is not MediaPicker3Configuration configuration)
            return [];

        Guid[] keys = [.. MediaPicker3Item.Read(jsonSerializer, value).Select(item => item.MediaKey)];
        return keys.Length == 0 ? [] : Validate(keys, configuration);
    }

    private IEnumerable<ValidationResult> Validate(Guid[] keys, MediaPicker3Configuration configuration)
    {
        if (!configuration.Multiple && keys.Length > 1)
            yield return Error("multipleMediaNotAllowed");

        foreach (ValidationResult result in ItemCount.ValidateEntries(
            localizedTextService, keys.Length, configuration.ValidationLimit.Min, configuration.ValidationLimit.Max))
        {
            yield return result;
        }

        if (!HasAllowedTypes(keys, KeyList.Parse(configuration.Filter)))
            yield return Error("invalidMediaType");
        if (configuration.StartNodeId is { } startNode && !ValidationHelper.HasValidStartNode(keys, startNode, mediaNavigation))
            yield return Error("invalidStartNode");
    }

    private bool HasAllowedTypes(Guid[] keys, HashSet<Guid> allowedTypes)
    {
        if (allowedTypes.Count == 0)
            return true;

        Dictionary<Guid, IMedia> media = mediaService.GetByIds(keys.Distinct()).ToDictionary(item => item.Key);
        return keys.All(key => media.TryGetValue(key, out IMedia? item) && allowedTypes.Contains(item.ContentType.Key));
    }

    private ValidationResult Error(string alias) => new(localizedTextService.Localize("validation", alias), ["value"]);
}
