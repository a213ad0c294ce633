using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;

namespace Site.Core.PropertyEditors.Text;

/// <summary>Configuration of a list of texts: <c>min</c> and <c>max</c> number of them, 0 meaning no limit.</summary>
internal sealed class MultipleTextStringConfigurationEditor : ConfigurationEditor<MultipleTextStringConfiguration>
{
    public MultipleTextStringConfigurationEditor(IIOHelper ioHelper)
        : base(ioHelper)
    {
        Fields.Add(new ConfigurationField(new IntegerValidator()) { Key = "min", PropertyName = nameof(MultipleTextStringConfiguration.Min) });
        Fields.Add(new ConfigurationField(new IntegerValidator()) { Key = "max", PropertyName = nameof(MultipleTextStringConfiguration.Max) });
    }
}
