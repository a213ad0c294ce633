using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Checks number, kind, types and start node of the picks of a tree picker.</summary>
internal sealed class TreePickerValidator(
    ILocalizedTextService localizedTextService,
    IEntityService entityService,
    IDocumentNavigationQueryService documentNavigation,
    IMediaNavigationQueryService mediaNavigation)
    : IValueValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
        => dataTypeConfiguration is MultiNodePickerConfiguration configuration && PickedEntity.Read(value) is { Length: > 0 } picks
            ? Validate(picks, configuration)
            : [];

    private IEnumerable<ValidationResult> Validate(PickedEntity[] picks, MultiNodePickerConfiguration configuration)
    {
        foreach (ValidationResult result in ItemCount.ValidateEntries(localizedTextService, picks.Length, configuration.MinNumber, configuration.MaxNumber))
            yield return result;

        string type = EntityType(configuration.TreeSource?.ObjectType);
        if (type == Constants.UdiEntityType.Member)
        {
            yield return new ValidationResult("Members are not offered by this site; let the data type pick content or media.", ["value"]);
            yield break;
        }

        if (picks.Any(pick => pick.Type != type))
        {
            yield return Error("invalidObjectType");
            yield break;
        }

        if (TypeError(picks, KeyList.Parse(configuration.Filter)) is { } alias)
            yield return Error(alias);
        if (configuration.TreeSource?.StartNodeId is { } startNode && !IsBelow(picks, type, startNode))
            yield return Error("invalidStartNode");
    }

    // The configuration speaks of content where everything else says document.
    private static string EntityType(string? objectType)
        => objectType is null or "content" ? Constants.UdiEntityType.Document : objectType;

    private string? TypeError(PickedEntity[] picks, HashSet<Guid> allowedTypes)
    {
        if (allowedTypes.Count == 0)
            return null;

        UmbracoObjectTypes objectType = picks[0].Type switch
        {
            Constants.UdiEntityType.Media => UmbracoObjectTypes.Media,
            _ => UmbracoObjectTypes.Document,
        };
        Guid[] keys = [.. picks.Select(pick => pick.Unique).Distinct()];
        IContentEntitySlim[] entities = [.. entityService.GetAll(objectType, keys).OfType<IContentEntitySlim>()];
        if (entities.Length < keys.Length)
            return "missingContent";

        return entities.All(entity => allowedTypes.Contains(entity.ContentTypeKey)) ? null : "invalidContentType";
    }

    private bool IsBelow(PickedEntity[] picks, string type, Guid startNode)
        => type switch
        {
            Constants.UdiEntityType.Document => ValidationHelper.HasValidStartNode(picks.Select(pick => pick.Unique), startNode, documentNavigation),
            Constants.UdiEntityType.Media => ValidationHelper.HasValidStartNode(picks.Select(pick => pick.Unique), startNode, mediaNavigation),
            _ => true,
        };

    private ValidationResult Error(string alias) => new(localizedTextService.Localize("validation", alias), ["value"]);
}
