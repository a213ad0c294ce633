using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>The doctor beside the running site with the organisations' content.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class DoctorVerbTests(SqliteSiteProcess site)
{
    [Fact]
    public async Task Nothing_is_wrong_with_the_content_of_the_organisations()
    {
        CommandResult doctor = await site.Program.RunAsync("doctor");

        Assert.True(doctor.ExitCode == 0, doctor.Output);
        Assert.Contains("Nothing is wrong.", doctor.Output, StringComparison.Ordinal);
    }
}
