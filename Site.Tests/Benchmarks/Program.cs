using Site.Tests.Benchmarks;

switch (args)
{
    case ["startup"]:
        return await StartupBenchmark.RunAsync(Console.Out);
    case ["content", .. var arguments] when ContentBenchmarkOptions.Parse(arguments) is { } options:
        return await ContentBenchmark.RunAsync(options, Console.Out);
    case ["delivery", .. var arguments] when DeliveryBenchmarkOptions.Parse(arguments) is { } options:
        return await DeliveryBenchmark.RunAsync(options, Console.Out);
    case [Floor.Verb, var address, var body]:
        return await Floor.RunAsync(new Uri(address), body);
    default:
        Console.WriteLine("""
            Benchmarks, each of the published program:
              startup                                             first boot with import, restart, and resident memory
              content [--count N] [--postgres CONNECTIONSTRING]   a site with N (10000) generated articles: import, start, memory, requests,
                                                                  publishing, tree, editing, and readers beside a writer; on SQLite, or in
                                                                  an empty PostgreSQL database
              delivery [--count N] [--seconds N]                  the Content Delivery API with N (2000) publications under load by wrk, N (10)
                                                                  seconds each, beside a server that does nothing but send the same bytes
            """);
        return 2;
}
