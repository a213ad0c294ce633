using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Text;

/// <summary><c>Umbraco.TrueFalse</c>: a toggle, stored as 1 or 0. A mandatory toggle must be switched on.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Boolean, ValueType = ValueTypes.Integer, ValueEditorIsReusable = true)]
internal sealed class TrueFalsePropertyEditor : DataEditor
{
    public TrueFalsePropertyEditor(IDataValueEditorFactory dataValueEditorFactory)
        : base(dataValueEditorFactory)
        => SupportsReadOnly = true;

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<TrueFalseValueEditor>(Attribute!);

    /// <summary>Reads <c>true</c>, 1, "1" and "true" as on; <c>null</c> when the value is none of the known notations.</summary>
    internal static bool? Parse(object? value)
        => value.Unwrap() switch
        {
            bool flag => flag,
            string text => ParseText(text.Trim()),
            IConvertible number and not DateTime and not char => ParseNumber(number),
            _ => null,
        };

    private static bool? ParseText(string text)
        => text switch
        {
            "1" => true,
            "0" => false,
            _ => bool.TryParse(text, out bool flag) ? flag : null,
        };

    private static bool? ParseNumber(IConvertible number)
        => number.ToDecimal(CultureInfo.InvariantCulture) switch
        {
            1 => true,
            0 => false,
            _ => null,
        };

    internal sealed class TrueFalseValueEditor : DataValueEditor
    {
        public TrueFalseValueEditor(
            DataEditorAttribute attribute,
            IShortStringHelper shortStringHelper,
            IJsonSerializer jsonSerializer,
            IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
        {
        }

        /// <inheritdoc />
        public override IValueRequiredValidator RequiredValidator { get; } = new MustBeOnValidator();

        /// <inheritdoc />
        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
            => Parse(property.GetValue(culture, segment)) is true;

        /// <inheritdoc />
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
            => Parse(editorValue.Value) is true ? 1 : 0;
    }

    private sealed class MustBeOnValidator : IValueRequiredValidator
    {
        public IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType)
        {
            if (Parse(value) is not true)
                yield return new ValidationResult(Constants.Validation.ErrorMessages.Properties.Missing, ["value"]);
        }
    }
}
