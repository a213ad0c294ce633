using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Lists;

/// <summary>Configuration of an editor that offers a list of texts (<c>items</c>): each must be given, and only once.</summary>
internal sealed class ValueListConfigurationEditor<TConfiguration> : ConfigurationEditor<TConfiguration>
    where TConfiguration : ValueListConfiguration, new()
{
    public ValueListConfigurationEditor(IIOHelper ioHelper)
        : base(ioHelper)
    {
        Fields.RemoveAll(field => field.Key == "items");
        Fields.Add(new ConfigurationField(new ItemsValidator()) { Key = "items", PropertyName = nameof(ValueListConfiguration.Items) });
    }

    private sealed class ItemsValidator : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext)
        {
            if (value is null or "")
                yield break;

            if (EditorStrings.Read(value) is not { } items)
            {
                yield return new ValidationResult("The items must be a list of texts.", ["items"]);
                yield break;
            }

            if (items.Any(string.IsNullOrWhiteSpace))
                yield return new ValidationResult("An item has no text; remove it or fill it in.", ["items"]);

            foreach (string duplicate in items.GroupBy(item => item, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
                yield return new ValidationResult($"The item '{duplicate}' is there more than once.", ["items"]);
        }
    }
}
