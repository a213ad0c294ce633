using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Lists;

/// <summary><c>Umbraco.RadioButtonList</c>: exactly one choice, stored as its text.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.RadioButtonList, ValueEditorIsReusable = true)]
internal sealed class RadioButtonListPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;

    public RadioButtonListPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<RadioValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new ValueListConfigurationEditor<ValueListConfiguration>(_ioHelper);

    internal sealed class RadioValueEditor : DataValueEditor
    {
        public RadioValueEditor(
            DataEditorAttribute attribute,
            ILocalizedTextService localizedTextService,
            IShortStringHelper shortStringHelper,
            IJsonSerializer jsonSerializer,
            IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
            => Validators.Add(new ListedValidator(new OneOfOptionsValidator(localizedTextService)));
    }

    private sealed class OneOfOptionsValidator(ILocalizedTextService localizedTextService) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext)
        {
            if (dataTypeConfiguration is not ValueListConfiguration configuration || value is not IEnumerable<string> chosen)
                yield break;

            foreach (string text in chosen.Where(text => !configuration.Items.Contains(text)))
                yield return new ValidationResult(localizedTextService.Localize("validation", "notOneOfOptions", [text]), ["value"]);
        }
    }
}
